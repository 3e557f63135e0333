/** The profile and the facts -> the box beside the title: name or a line for it, and tags, safety first. */

import type { Handout } from '../domain/handout.ts';
import type { Profile } from '../domain/profile.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Facts } from '../domain/trace.ts';
import type { Wording } from './wording.ts';

/** More tags than this would push the title row past three lines. */
const mostTags = 6;

export function madeFor(
  profile: Profile,
  facts: Facts,
  rulebook: Rulebook,
  wording: Wording,
  canPrint: (text: string) => boolean,
): Handout['madeFor'] {
  const name = profile.patient.name;
  const printable = name !== undefined && canPrint(name);
  const tags = Object.entries(rulebook.factors).flatMap(([id, rule]) => {
    if (rule.kind === 'age' || !rule.tag) return [];
    const words = wording.shared.factors[id]?.tags;
    const value = facts[id] ?? 'unknown';
    const given = rule.kind === 'drug' && !['none', 'no', 'unknown'].includes(value);
    const text = words?.[given ? 'yes' : value];
    if (text === undefined) return [];
    const icon = wording.icon(rule.icon);
    const safety = !(rule.kind === 'choice' && rule.about);
    return [{ text, safety, ...(icon === undefined ? {} : { icon }) }];
  });
  const ordered = [...tags.filter((tag) => tag.safety), ...tags.filter((tag) => !tag.safety)];
  return {
    ...(printable ? { name } : {}),
    writeLine: !printable && (name !== undefined || profile.patient.nameLine === true),
    tags: ordered.slice(0, mostTags),
  };
}
