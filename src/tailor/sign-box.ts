/** The chosen signs and the words -> the two warning boxes: groups by body area, then "for you", then conditions. */

import type { PrintedSign, PrintedSignBox } from '../domain/handout.ts';
import type { Icon } from '../domain/icon.ts';
import type { Rulebook, Urgency } from '../domain/rulebook.ts';
import type { Facts } from '../domain/trace.ts';
import { decisiveTests, evaluate } from './condition.ts';
import { signLines } from './sign-lines.ts';
import { continued, fillTerms, lineOf } from './text.ts';
import type { ChosenSign } from './warning-signs.ts';
import type { Wording } from './wording.ts';

export function signBox(
  urgency: Urgency,
  title: string,
  signs: readonly ChosenSign[],
  rulebook: Rulebook,
  facts: Facts,
  wording: Wording,
): PrintedSignBox {
  const here = signs.filter((sign) => sign.urgency === urgency);
  const printed = (chosen: readonly ChosenSign[]) =>
    chosen.map((sign) => {
      // Only the 911 box has a column of pictures.
      const pictured = urgency === 'emergency' && sign.standing === 'known';
      const icon = pictured ? factorIcon(sign.id, rulebook, facts, wording) : undefined;
      return { ...printSign(sign, facts, wording), ...(icon === undefined ? {} : { icon }) };
    });
  const core = here.filter((sign) => sign.standing === 'core');
  const groups = groupOrder(rulebook, facts).map((group) => {
    const icon = wording.icon(group.icon);
    const inGroup = core.filter((sign) => rulebook.signs[sign.id]?.group === group.id);
    return { ...(icon === undefined ? {} : { icon }), signs: printed(inGroup) };
  });
  return {
    title: fillTerms(title, wording.terms),
    groups: groups.filter((group) => group.signs.length > 0),
    forYou: printed(here.filter((sign) => sign.standing === 'known')),
    conditions: printed(here.filter((sign) => sign.standing === 'condition')),
  };
}

/** The order of the rulebook, with the groups that matter most for this patient first; the items stay the same. */
function groupOrder(rulebook: Rulebook, facts: Facts): Rulebook['sign_groups'] {
  const isFirst = (group: Rulebook['sign_groups'][number]) =>
    group.first_when !== undefined && evaluate(group.first_when, facts) === 'yes';
  return [
    ...rulebook.sign_groups.filter(isFirst),
    ...rulebook.sign_groups.filter((group) => !isFirst(group)),
  ];
}

/** The picture of the factor that adds or raises the sign. */
function factorIcon(id: string, rulebook: Rulebook, facts: Facts, wording: Wording): Icon | undefined {
  const rule = rulebook.signs[id];
  const condition = rule?.when ?? rule?.raised_when;
  if (condition === undefined) return undefined;
  for (const { test } of decisiveTests(condition, facts)) {
    const factor = rulebook.factors[test.factor];
    const icon = factor === undefined || factor.kind === 'age' ? undefined : wording.icon(factor.icon);
    if (icon !== undefined) return icon;
  }
  return undefined;
}

export function printSign(sign: ChosenSign, facts: Facts, wording: Wording): PrintedSign {
  const words = wording.shared.signs[sign.id];
  if (words === undefined) return { id: sign.id, lines: [] };
  const raised = sign.standing === 'core' ? undefined : words.raised;
  const lines = raised ?? signLines(sign.id, wording.shared, facts);
  const lead = sign.standing === 'condition' ? words.condition : undefined;
  const worded = lead === undefined ? lines : lines.map((line) => `**${lead}** ${continued(line)}`);
  return { id: sign.id, lines: worded.map((line) => lineOf(line, wording.terms)) };
}
