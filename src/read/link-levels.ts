/** The rulebook and a topic's blocks -> a diagnostic for each level of a resource that would print nothing. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { Level } from '../domain/level.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Block } from '../domain/topic.ts';
import type { Located } from './located.ts';

/** A block with a condition may not be shown, so each level needs one without, or `silent`. */
export function linkLevels(
  rulebook: Located<Rulebook>,
  blocks: readonly Block[],
  topic: Located<unknown>,
): Diagnostic[] {
  return Object.entries(rulebook.value.resources).flatMap(([resource, rule]) => {
    const reachable: Level[] = [rule.starts];
    // What is not known raises to `ask`, whatever its yes would set.
    if (rule.starts === 'ok' && rule.ask.length + rule.avoid.length > 0) reachable.push('ask');
    if (rule.starts !== 'avoid' && rule.avoid.length > 0) reachable.push('avoid');
    return reachable
      .filter((level) => !rule.silent.includes(level))
      .filter(
        (level) =>
          !blocks.some(
            (block) =>
              block.resource === resource &&
              block.level === level &&
              ((block.when === undefined && block.fits === undefined) || rule.starts === 'avoid'),
          ),
      )
      .map((level) =>
        errorAt(
          topic.place(['uses'], 'key'),
          'level-without-block',
          `Nothing would be printed for \`${resource}\` at level \`${level}\``,
          `Write a block with \`resource: ${resource}\` and \`level: ${level}\` and no condition, or name the level under \`silent:\` in the rulebook`,
        ),
      );
  });
}
