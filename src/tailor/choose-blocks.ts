/** All blocks of a topic, the facts and the levels -> which are shown, and for each the reason in words. */

import { compareLevels } from '../domain/level.ts';
import { isOptional } from '../domain/optional-part.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Block, Style } from '../domain/topic.ts';
import type { BlockDecision, Facts, LevelDecision } from '../domain/trace.ts';
import { conditionText, evaluate, factsText } from './condition.ts';
import { reasonsText } from './reasons-text.ts';

export interface ChoiceInput {
  readonly blocks: readonly Block[];
  readonly rulebook: Rulebook;
  readonly facts: Facts;
  readonly levels: ReadonlyMap<string, LevelDecision>;
  readonly style: Style;
  /** Blocks that have no room on two sides. */
  readonly omit: ReadonlySet<string>;
  /** What the clinician wants away. Only what may go does. */
  readonly leftOut: ReadonlySet<string>;
  /** Resources that the clinician wrote words for: their blocks stay, room or not. */
  readonly said: ReadonlySet<string>;
}

export function chooseBlocks(input: ChoiceInput): BlockDecision[] {
  const decisions = new Map<string, BlockDecision>();
  const taken = new Map<string, string>();
  // Blocks that follow another block (a question about it, say) are judged once that one is.
  const leaders = input.blocks.filter((block) => block.with === undefined);
  const followers = input.blocks.filter((block) => block.with !== undefined);
  for (const block of [...leaders, ...followers]) {
    const because = ruledOut(block, input, decisions) ?? takenSlot(block, taken, decisions);
    if (because === undefined) taken.set(slotOf(block), block.id);
    const said = block.resource !== undefined && input.said.has(block.resource);
    const away = leftOutBecause(block, input, said);
    decisions.set(block.id, {
      id: block.id,
      shown: because === undefined && away === undefined,
      because: because ?? away ?? shownBecause(block, input),
    });
  }
  return input.blocks.flatMap((block) => decisions.get(block.id) ?? []);
}

/** A block without a slot stands in one of its own. */
function slotOf(block: Block): string {
  if (block.resource !== undefined) return `resource:${block.resource}`;
  return block.slot === undefined ? `block:${block.id}` : `slot:${block.slot}`;
}

function takenSlot(
  block: Block,
  taken: ReadonlyMap<string, string>,
  decisions: ReadonlyMap<string, BlockDecision>,
): string | undefined {
  const winner = taken.get(slotOf(block));
  if (winner === undefined) return undefined;
  return decisions.get(winner)?.shown === true
    ? `${winner} is shown in its place`
    : `it would stand in for ${winner}, which is left out`;
}

export const leftOutByYou = 'left out by you';

function leftOutBecause(block: Block, { omit, leftOut }: ChoiceInput, said: boolean): string | undefined {
  if (said) return undefined;
  if (leftOut.has(block.id) && isOptional(block)) return leftOutByYou;
  return omit.has(block.id) ? `no room on two sides (left out as number ${block.drop})` : undefined;
}

function ruledOut(
  block: Block,
  { facts, levels, style, rulebook }: ChoiceInput,
  decisions: ReadonlyMap<string, BlockDecision>,
): string | undefined {
  if (!block.styles.includes(style)) return `only printed in style ${block.styles.join(', ')}`;
  if (block.resource !== undefined) {
    const decided = levels.get(block.resource);
    if (decided?.level !== block.level)
      return `${block.resource} is ${levelText(decided)}, not ${block.level}`;
  }
  if (block.when !== undefined && evaluate(block.when, facts) !== 'yes') {
    return `${factsText(block.when, facts)} (rule: when ${conditionText(block.when)})`;
  }
  if (block.fits !== undefined && evaluate(block.fits, facts) === 'no') {
    return `${factsText(block.fits, facts)} (rule: fits ${conditionText(block.fits)})`;
  }
  for (const resource of block.recommends) {
    const decided = levels.get(resource);
    if (decided !== undefined && compareLevels(decided.level, 'ok') > 0) {
      return `it advises ${resource}, which is ${levelText(decided)}`;
    }
  }
  if (block.no_pill && pillIsOk(rulebook, levels)) return 'a pain pill is ok (rule: no_pill)';
  if (block.with !== undefined && !block.with.some((id) => decisions.get(id)?.shown === true)) {
    return `it goes with ${block.with.join(' or ')}, not shown`;
  }
  return undefined;
}

function shownBecause(block: Block, { facts, levels }: ChoiceInput): string {
  const reasons: string[] = [];
  if (block.resource !== undefined)
    reasons.push(`${block.resource} is ${levelText(levels.get(block.resource))}`);
  if (block.when !== undefined) {
    reasons.push(`${factsText(block.when, facts)} (rule: when ${conditionText(block.when)})`);
  }
  if (block.recommends.length > 0 && block.resource === undefined) {
    reasons.push(`${block.recommends.join(', ')} ok`);
  }
  if (block.no_pill) reasons.push('no pain pill is ok (rule: no_pill)');
  if (block.with !== undefined) reasons.push(`it goes with ${block.with.join(' or ')}`);
  return reasons.length > 0 ? reasons.join('; ') : 'for everyone';
}

/** `avoid since blood_thinner is yes (rule: nsaid_oral.avoid)`. */
function levelText(decided: LevelDecision | undefined): string {
  if (decided === undefined) return 'without a level';
  const decisive = decided.reasons.filter((reason) => reason.level === decided.level);
  if (decisive.length === 0) return `${decided.level} (rule: ${decided.resource}.starts)`;
  return `${decided.level} since ${reasonsText(decisive)}`;
}

/** True when the sheet may advise at least one pill as it stands. */
function pillIsOk(rulebook: Rulebook, levels: ReadonlyMap<string, LevelDecision>): boolean {
  return Object.entries(rulebook.resources).some(([id, rule]) => rule.pill && levels.get(id)?.level === 'ok');
}
