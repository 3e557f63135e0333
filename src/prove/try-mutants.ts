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
    const judged = never.harmless.find(({ rule }) => fitsName(rule, mutant.what))?.why;
    const harmless = judged ?? (ownSpace === space ? whyHarmless(right, models, mutant) : undefined);
    return { ...tried, ...(harmless === undefined ? {} : { harmless }) };
  });
}

/** `*` stands for any words. */
function fitsName(rule: string, what: string): boolean {
  const parts = rule.split('*');
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const found = i === 0 ? (what.startsWith(part) ? 0 : -1) : what.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return rule.endsWith('*') || at === what.length;
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
const teaching: ReadonlySet<string> = new Set(['facts', 'why', 'symptoms', 'bed', 'sleep', 'teach-back']);

/**
 * Only what can be told from the sets themselves. A rule that adds or takes away advice, or a message of a resource, is
 * never excused by a rule of thumb: a person must say why it harms nobody (`harmless:` in never.yaml).
 */
function whyHarmless(
  right: readonly SheetModel[],
  wrong: readonly SheetModel[],
  { block, what }: Mutant,
): string | undefined {
  const changes = right.map((model, i) => changeBetween(model, wrong[i], block));
  const are = (...kinds: readonly Change[]) => changes.every((change) => kinds.includes(change));
  if (are('none') && !what.endsWith('left out for room')) {
    return 'it changes no sheet: other rules already give the same';
  }
  if (block === undefined) return undefined;
  const advises = block.section === 'moves' || block.recommends.length > 0;
  const tells = block.resource !== undefined || block.mark !== undefined || block.section === 'medicine';
  if (block.drop !== undefined && !are('none', 'more')) {
    return 'it takes words that may be left out for room anyway, so nothing rests on them';
  }
  if (advises || tells) {
    return are('none', 'more', 'reworded') && tells && block.resource !== undefined && !are('none', 'more')
      ? 'another wording of the same message at the same level stands in its place; every duty is still fulfilled'
      : undefined;
  }
  if (teaching.has(block.section)) return 'it is in a part that teaches; every duty is still fulfilled';
  if (are('none', 'more', 'reworded')) {
    return what.endsWith('left out for room')
      ? 'what it says is no duty, or stands in a part that is never left out'
      : 'it is shown to more people, advises nothing, and every duty is still fulfilled';
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
