/** A rulebook, blocks and a style -> for every level, sign and block, the profiles that get it. */

import type { Rulebook, Urgency } from '../domain/rulebook.ts';
import type { Block, Style } from '../domain/topic.ts';
import { all, none, type Sheets } from './decision-diagram.ts';
import { type ProfileSpace, truthOf } from './truth-of.ts';

export interface LevelSets {
  /** Profiles at `ask` or above. */
  readonly ask: Sheets;
  readonly avoid: Sheets;
}

export interface SignSets {
  /** Printed at this urgency, as it is or as a condition. */
  readonly at: Readonly<Record<Urgency, Sheets>>;
  /** Printed as it is for everyone; the others get it by a factor, or as a condition. */
  readonly core: Sheets;
  /** Printed because a factor adds or raises it, or may. */
  readonly byFactor: Sheets;
}

export interface SheetModel {
  readonly space: ProfileSpace;
  readonly rulebook: Rulebook;
  readonly blocks: readonly Block[];
  readonly style: Style;
  readonly levels: ReadonlyMap<string, LevelSets>;
  readonly signs: ReadonlyMap<string, SignSets>;
  /** Block id -> profiles whose sheet shows it, when there is room for all. */
  readonly shown: ReadonlyMap<string, Sheets>;
}

export function sheetModel(
  space: ProfileSpace,
  rulebook: Rulebook,
  blocks: readonly Block[],
  style: Style,
): SheetModel {
  const levels = levelSets(space, rulebook);
  return {
    space,
    rulebook,
    blocks,
    style,
    levels,
    signs: signSets(space, rulebook),
    shown: blockSets(space, rulebook, blocks, style, levels),
  };
}

/** A rule that may hold makes `ask`, whatever its yes would set. */
export function levelSets(space: ProfileSpace, rulebook: Rulebook): Map<string, LevelSets> {
  const { diagrams } = space;
  return new Map(
    Object.entries(rulebook.resources).map(([id, rule]) => {
      const asks = rule.ask.map((condition) => truthOf(condition, space));
      const avoids = rule.avoid.map((condition) => truthOf(condition, space));
      const raised = diagrams.some([...asks, ...avoids].map((truth) => diagrams.not(truth.no)));
      const avoided = rule.starts === 'avoid' ? all : diagrams.some(avoids.map((truth) => truth.yes));
      return [id, { ask: rule.starts === 'ok' ? raised : all, avoid: avoided }] as const;
    }),
  );
}

/** Profiles on which the resource stands exactly at this level; a resource without a rule is at none. */
export function atLevel(
  { space, levels }: Pick<SheetModel, 'space' | 'levels'>,
  resource: string,
  level: 'ok' | 'ask' | 'avoid',
): Sheets {
  const sets = levels.get(resource);
  if (sets === undefined) return none;
  if (level === 'avoid') return sets.avoid;
  return level === 'ok' ? space.diagrams.not(sets.ask) : space.diagrams.without(sets.ask, sets.avoid);
}

function signSets(space: ProfileSpace, rulebook: Rulebook): Map<string, SignSets> {
  const { diagrams } = space;
  return new Map(
    Object.entries(rulebook.signs).map(([id, rule]) => {
      const at: Record<Urgency, Sheets> = { emergency: none, 'same-day': none, soon: none };
      if (rule.when !== undefined) {
        const added = truthOf(rule.when, space);
        at[rule.urgency] = diagrams.not(added.no);
        return [id, { at, core: none, byFactor: at[rule.urgency] }] as const;
      }
      const raised = rule.raised_when === undefined ? undefined : truthOf(rule.raised_when, space);
      const core = raised === undefined ? all : diagrams.not(raised.yes);
      const byFactor = raised === undefined ? none : diagrams.not(raised.no);
      at[rule.urgency] = core;
      // Raised, or perhaps: then it stands in both boxes.
      at.emergency = diagrams.or(at.emergency, byFactor);
      return [id, { at, core, byFactor }] as const;
    }),
  );
}

function blockSets(
  space: ProfileSpace,
  rulebook: Rulebook,
  blocks: readonly Block[],
  style: Style,
  levels: ReadonlyMap<string, LevelSets>,
): Map<string, Sheets> {
  const { diagrams } = space;
  const shown = new Map<string, Sheets>();
  const taken = new Map<string, Sheets>();
  const pillOk = diagrams.some(
    Object.entries(rulebook.resources).flatMap(([id, rule]) =>
      rule.pill ? [atLevel({ space, levels }, id, 'ok')] : [],
    ),
  );
  const allowed = (block: Block): Sheets => {
    if (!block.styles.includes(style)) return none;
    const parts: Sheets[] = block.recommends.map((resource) => atLevel({ space, levels }, resource, 'ok'));
    if (block.resource !== undefined && block.level !== undefined) {
      parts.push(atLevel({ space, levels }, block.resource, block.level));
    }
    if (block.when !== undefined) parts.push(truthOf(block.when, space).yes);
    if (block.fits !== undefined) parts.push(diagrams.not(truthOf(block.fits, space).no));
    if (block.no_pill) parts.push(diagrams.not(pillOk));
    if (block.with !== undefined) parts.push(diagrams.some(block.with.map((id) => shown.get(id) ?? none)));
    return diagrams.every(parts);
  };
  const leaders = blocks.filter((block) => block.with === undefined);
  const followers = blocks.filter((block) => block.with !== undefined);
  for (const block of [...leaders, ...followers]) {
    const slot = slotOf(block);
    const before = taken.get(slot) ?? none;
    const here = diagrams.without(allowed(block), before);
    shown.set(block.id, here);
    taken.set(slot, diagrams.or(before, here));
  }
  return shown;
}

/** Blocks that stand for one another: of one resource or one slot, the first that may be shown is. */
function slotOf(block: Block): string {
  if (block.resource !== undefined) return `resource:${block.resource}`;
  return block.slot === undefined ? `block:${block.id}` : `slot:${block.slot}`;
}
