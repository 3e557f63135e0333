/** Content -> each of its rules deleted or weakened in turn, with what the proof said of it: killed, or alive and why. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { mergedNever, type Never } from '../domain/never.ts';
import { type Block, styleSchema } from '../domain/topic.ts';
import type { Breach } from './breach.ts';
import { none, type Sheets } from './decision-diagram.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { type Passage, passagesOf } from './passages.ts';
import { proveRules, proveTexts } from './prove.ts';
import { proveRefusals } from './prove-refusals.ts';
import { type SheetModel, sheetModel } from './sheet-model.ts';
import { type ProfileSpace, profileSpace } from './truth-of.ts';

export interface TriedMutant {
  readonly what: string;
  /** Levels, signs, questions and codes; or which blocks are shown. */
  readonly of: 'rulebook' | 'blocks';
  /** The first breach that gave it away. */
  readonly killedBy?: Breach;
  /** Why it is harmless; absent for a killed one, and for a survivor that nobody can explain. */
  readonly harmless?: string;
}

export function tryMutants(
  content: Content,
  topic: TopicContent,
  language: string,
  today: CalendarDate,
): TriedMutant[] {
  const never = mergedNever(content.never);
  const passages = passagesOf(content, topic, language, never);
  const space = profileSpace(content.rulebook);
  const right = modelsOf(space, { rulebook: content.rulebook, blocks: topic.blocks });
  return mutantsOf(content.rulebook, topic.blocks).map((mutant) => {
    // A question asked of fewer people makes another space.
    const ownSpace =
      mutant.rulebook.factors === content.rulebook.factors ? space : profileSpace(mutant.rulebook);
    const models = modelsOf(ownSpace, mutant);
    const killedBy =
      firstBreach(models, never, passages, language) ??
      refusalBreach(mutant, content, topic, language, today, never);
    const tried = {
      what: mutant.what,
      of: mutant.block === undefined ? ('rulebook' as const) : ('blocks' as const),
    };
    if (killedBy !== undefined) return { ...tried, killedBy };
    const harmless = ownSpace === space ? whyHarmless(right, models, mutant) : undefined;
    return { ...tried, ...(harmless === undefined ? {} : { harmless }) };
  });
}

function modelsOf(
  space: ProfileSpace,
  { rulebook, blocks }: Pick<Mutant, 'rulebook' | 'blocks'>,
): SheetModel[] {
  return styleSchema.options.map((style) => sheetModel({ ...space, rulebook }, rulebook, blocks, style));
}

function firstBreach(
  models: readonly SheetModel[],
  never: Never,
  passages: readonly Passage[],
  language: string,
): Breach | undefined {
  for (const model of models) {
    const [breach] = [...proveRules(model, never), ...proveTexts(model, never, passages, language)];
    if (breach !== undefined) return breach;
  }
  return undefined;
}

/** Only a changed rulebook can change what the screen refuses. */
function refusalBreach(
  mutant: Mutant,
  content: Content,
  topic: TopicContent,
  language: string,
  today: CalendarDate,
  never: Never,
): Breach | undefined {
  if (mutant.block !== undefined) return undefined;
  const changed = { ...content, rulebook: mutant.rulebook };
  return proveRefusals(changed, topic, language, today, never).breaches[0];
}

/** Sections that teach or comfort: what they lack is missed, but nobody comes to harm. */
const teaching: ReadonlySet<string> = new Set([
  'facts',
  'why',
  'symptoms',
  'daily-life',
  'bed',
  'sleep',
  'prevention',
  'clinic-care',
  'teach-back',
  'moves',
]);

function whyHarmless(
  right: readonly SheetModel[],
  wrong: readonly SheetModel[],
  mutant: Mutant,
): string | undefined {
  const changes = right.map((model, i) => changeBetween(model, wrong[i], mutant.block));
  const are = (...kinds: readonly Change[]) => changes.every((change) => kinds.includes(change));
  if (are('none')) {
    return mutant.what.endsWith('left out for room')
      ? 'it may be left out for room, and what it says is no duty, or stands in another part too'
      : 'it changes no sheet: other rules already give the same';
  }
  if (are('none', 'more')) return 'it only adds to sheets, and all that was added passed every check';
  if (mutant.block?.drop !== undefined) {
    return 'it takes words that may be left out for room anyway, so nothing rests on them';
  }
  if (mutant.block !== undefined && teaching.has(mutant.block.section)) {
    return 'it takes words from a part that teaches; every duty is still fulfilled';
  }
  if (are('none', 'more', 'reworded')) {
    return 'another wording of the same message stands in its place, and every duty is still fulfilled';
  }
  return undefined;
}

type Change = 'none' | 'more' | 'reworded' | 'less';

/** `more`: nothing was lowered or lost, something was added. `reworded`: one block gave way to others of its resource or slot. */
function changeBetween(right: SheetModel, wrong: SheetModel | undefined, block: Block | undefined): Change {
  if (wrong === undefined) return 'less';
  const rules = rulePairs(right, wrong);
  const blocks = [...right.shown].map(([id, set]) => [set, wrong.shown.get(id) ?? none] as const);
  if ([...rules, ...blocks].every(([a, b]) => a === b)) return 'none';
  const { diagrams } = right.space;
  const kept = (pairs: typeof blocks) => pairs.every(([a, b]) => diagrams.without(a, b) === none);
  if (!kept(rules)) return 'less';
  if (kept(blocks)) return 'more';
  if (block === undefined) return 'less';
  const alike = right.blocks.filter(
    ({ id, resource, slot }) =>
      id === block.id ||
      (resource !== undefined && resource === block.resource) ||
      (slot !== undefined && slot === block.slot),
  );
  const others = right.blocks.filter((each) => !alike.includes(each)).map(({ id }) => id);
  const whole = (model: SheetModel) => diagrams.some(alike.map(({ id }) => model.shown.get(id) ?? none));
  const sameElsewhere = kept(others.map((id) => [right.shown.get(id) ?? none, wrong.shown.get(id) ?? none]));
  return sameElsewhere && diagrams.without(whole(right), whole(wrong)) === none ? 'reworded' : 'less';
}

function rulePairs(right: SheetModel, wrong: SheetModel): (readonly [Sheets, Sheets])[] {
  return [
    ...[...right.levels].flatMap(([id, sets]) => {
      const other = wrong.levels.get(id);
      return [
        [sets.ask, other?.ask ?? none],
        [sets.avoid, other?.avoid ?? none],
      ] as const;
    }),
    ...[...right.signs].flatMap(([id, sets]) => {
      const other = wrong.signs.get(id);
      return (['emergency', 'same-day', 'soon'] as const).map(
        (urgency) => [sets.at[urgency], other?.at[urgency] ?? none] as const,
      );
    }),
  ];
}
