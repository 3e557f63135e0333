/** Content -> each of its rules deleted or weakened in turn, with what the proof said of it: killed, or alive and why. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { mergedNever, type Never } from '../domain/never.ts';
import { styleSchema } from '../domain/topic.ts';
import type { Breach } from './breach.ts';
import { none } from './decision-diagram.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { type Passage, passagesOf } from './passages.ts';
import { proveRules, proveTexts } from './prove.ts';
import { proveRefusals } from './prove-refusals.ts';
import { type SheetModel, sheetModel } from './sheet-model.ts';
import { type ProfileSpace, profileSpace } from './truth-of.ts';

export interface TriedMutant {
  readonly what: string;
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
    if (killedBy !== undefined) return { what: mutant.what, killedBy };
    const harmless = ownSpace === space ? whyHarmless(right, models, mutant) : undefined;
    return { what: mutant.what, ...(harmless === undefined ? {} : { harmless }) };
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
  const changes = right.map((model, i) => changeBetween(model, wrong[i]));
  if (changes.every((change) => change === 'none')) {
    return mutant.block?.drop === undefined && mutant.what.endsWith('left out for room')
      ? 'what it says is no duty, or stands on the sheet in another part too'
      : 'it changes no sheet: other rules already give the same';
  }
  if (changes.every((change) => change === 'none' || change === 'more')) {
    return 'it only adds to sheets, and all that was added passed every check';
  }
  if (mutant.block !== undefined && teaching.has(mutant.block.section)) {
    return `it takes words from \`${mutant.block.section}\`, a part that teaches; every duty is still fulfilled`;
  }
  return undefined;
}

/** `more`: nothing was lowered or lost, something was added. */
function changeBetween(right: SheetModel, wrong: SheetModel | undefined): 'none' | 'more' | 'less' {
  if (wrong === undefined) return 'less';
  const pairs = [
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
    ...[...right.shown].map(([id, set]) => [set, wrong.shown.get(id) ?? none] as const),
  ];
  if (pairs.every(([a, b]) => a === b)) return 'none';
  const { diagrams } = right.space;
  return pairs.every(([a, b]) => diagrams.without(a, b) === none) ? 'more' : 'less';
}
