/** The sheet model and the sentences -> what must be said is said, in a part that is never left out, and once where once is right. */

import type { Never } from '../domain/never.ts';
import { mentions } from '../domain/whole-word.ts';
import { type Breach, breachIf } from './breach.ts';
import { all, type Sheets } from './decision-diagram.ts';
import type { Passage } from './passages.ts';
import { lasts, shownOf, twice } from './prove-blocks.ts';
import { readersOf } from './readers-of.ts';
import { atLevel, type SheetModel } from './sheet-model.ts';
import { truthOf } from './truth-of.ts';

export function proveDuties(
  model: SheetModel,
  never: Never,
  passages: readonly Passage[],
  language: string,
): Breach[] {
  const { diagrams } = model.space;
  const droppable = new Set(
    model.blocks.filter((block) => !lasts(block, model.blocks)).map((block) => block.id),
  );
  const sayings = sayingsOf(never, passages, language);
  return never.duties.flatMap((duty) => {
    const words = duty.words[language] ?? [];
    const saying = (sayings.get(duty.id) ?? []).filter(({ part }) => !droppable.has(part));
    const due = diagrams.and(
      duty.when === undefined ? all : truthOf(duty.when, model.space).yes,
      duty.no_pill ? noPillOk(model) : all,
    );
    const said = diagrams.some(saying.map((passage) => readersOf(model, passage)));
    return breachIf(model, diagrams.without(due, said), {
      property: 'duties',
      about: duty.id,
      message: `The sheet does not tell this patient what it must: ${duty.why}`,
      hint: `Print one of these in a block without \`drop:\`: ${words.map((word) => `"${word}"`).join(', ')}`,
    });
  });
}

/** Words stay the same while rules are weakened by the hundred: they are searched once. */
const searched = new WeakMap<readonly Passage[], ReadonlyMap<string, readonly Passage[]>>();

/** Duty -> the passages that fulfil it by their words. */
function sayingsOf(
  never: Never,
  passages: readonly Passage[],
  language: string,
): ReadonlyMap<string, readonly Passage[]> {
  const known = searched.get(passages);
  if (known !== undefined) return known;
  const found = new Map(
    never.duties.map((duty) => {
      const words = duty.words[language] ?? [];
      const saying = passages.filter(
        ({ kind, sentences }) =>
          kind !== 'everywhere' && sentences.some(({ text }) => words.some((word) => mentions(text, word))),
      );
      return [duty.id, saying] as const;
    }),
  );
  searched.set(passages, found);
  return found;
}

export function proveExactlyOne(model: SheetModel, never: Never): Breach[] {
  const { diagrams } = model.space;
  return never.exactly_one.flatMap(({ slot, why }) => {
    const own = model.blocks.filter((block) => block.slot === slot && block.drop === undefined);
    const shown = own.map((block) => shownOf(model, block.id));
    const wrong = diagrams.or(diagrams.without(all, diagrams.some(shown)), twice(shown, model));
    return breachIf(model, wrong, {
      property: 'duties',
      about: slot,
      message: `A sheet must have exactly one block of the slot \`${slot}\`: ${why}`,
      hint: `Give one block for everyone \`slot: ${slot}\`, without \`drop:\``,
    });
  });
}

function noPillOk(model: SheetModel): Sheets {
  const { diagrams } = model.space;
  const ok = Object.entries(model.rulebook.resources).flatMap(([id, rule]) =>
    rule.pill ? [atLevel(model, id, 'ok')] : [],
  );
  return diagrams.not(diagrams.some(ok));
}
