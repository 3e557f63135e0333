/** The words of a block and its tags -> a diagnostic for each thing it names without a tag, and each banned phrase. */

import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { mentions } from '../domain/whole-word.ts';

export interface WordedBlock {
  readonly id: string;
  /** Resources that the block is tagged with: its own, those it advises, those it warns of. */
  readonly tags: readonly string[];
  /** The words as printed, terms filled in. */
  readonly text: string;
  readonly place: Place;
}

export function lintAdvice(blocks: readonly WordedBlock[], rulebook: Rulebook): Diagnostic[] {
  return blocks.flatMap((block) => [
    ...untagged(block, rulebook),
    ...banned(block.text, block.place, rulebook),
  ]);
}

/** A name that slips into a text without its tag would escape the level that the rulebook gives it. */
function untagged(block: WordedBlock, rulebook: Rulebook): Diagnostic[] {
  return Object.entries(rulebook.resources).flatMap(([resource, rule]) => {
    if (block.tags.includes(resource)) return [];
    const named = rule.words.find((word) => mentions(block.text, word));
    if (named === undefined) return [];
    return [
      errorAt(
        block.place,
        'untagged-advice',
        `The block \`${block.id}\` says "${named}" but is not tagged with \`${resource}\``,
        `Add \`${resource}\` to its \`recommends:\` (then it prints only where that is ok) or \`warns:\`, or use other words`,
      ),
    ];
  });
}

export function banned(text: string, place: Place, rulebook: Rulebook): Diagnostic[] {
  return rulebook.banned_phrases
    .filter((phrase) => new RegExp(phrase.pattern, 'iu').test(text))
    .map((phrase) =>
      errorAt(
        place,
        'banned-phrase',
        `This may not be printed: ${phrase.why}`,
        `Say "${phrase.instead}" instead`,
      ),
    );
}
