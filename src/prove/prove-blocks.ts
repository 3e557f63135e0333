/** The sheet model -> one block a resource at its level, nothing advised above `ok`, and no section without a block. */

import type { Block, SectionId } from '../domain/topic.ts';
import { type Breach, breachIf } from './breach.ts';
import { all, none, type Sheets } from './decision-diagram.ts';
import { atLevel, type SheetModel } from './sheet-model.ts';

export function proveOneBlock(model: SheetModel): Breach[] {
  const { diagrams } = model.space;
  return Object.entries(model.rulebook.resources).flatMap(([resource, rule]) =>
    (['ok', 'ask', 'avoid'] as const).flatMap((level) => {
      const here = atLevel(model, resource, level);
      const own = model.blocks.filter((block) => block.resource === resource);
      // What may be left out for room can't be counted on.
      const right = own
        .filter((block) => block.level === level && lasts(block, model.blocks))
        .map((block) => shownOf(model, block.id));
      const wrong = own.filter((block) => block.level !== level).map((block) => shownOf(model, block.id));
      const missing = rule.silent.includes(level) ? none : diagrams.without(here, diagrams.some(right));
      const about = `${resource} at ${level}`;
      return [
        ...breachIf(model, missing, {
          property: 'one-block-per-resource',
          about,
          message: `No block tells the patient about ${resource}, which stands at ${level}`,
          hint: `Write a block with \`resource: ${resource}\` and \`level: ${level}\` that has no \`when:\``,
        }),
        ...breachIf(model, diagrams.and(here, diagrams.some(wrong)), {
          property: 'one-block-per-resource',
          about,
          message: `A block of another level is printed for ${resource}, which stands at ${level}`,
          hint: 'Correct the `level:` of the block',
        }),
        ...breachIf(model, twice(right, model), {
          property: 'one-block-per-resource',
          about,
          message: `Two blocks are printed for ${resource} at ${level}`,
          hint: 'Blocks of one resource stand for one another: the first that may be shown is',
        }),
      ];
    }),
  );
}

export function proveNothingAboveOk(model: SheetModel): Breach[] {
  const { diagrams } = model.space;
  return model.blocks.flatMap((block) =>
    block.recommends.flatMap((resource) => {
      const above = diagrams.not(atLevel(model, resource, 'ok'));
      return breachIf(model, diagrams.and(shownOf(model, block.id), above), {
        property: 'nothing-above-ok',
        about: block.id,
        message: `\`${block.id}\` advises ${resource} to a patient for whom it is not ok`,
        hint: 'The program hides such a block: this is a mistake of the program, tell its developers',
      });
    }),
  );
}

/** Sections that every sheet prints; the others appear only with a block. */
const always: readonly SectionId[] = [
  'key-points',
  'today',
  'medicine',
  'moves',
  'moves-stop',
  'come-back',
  'teach-back',
];

export function proveSections(model: SheetModel): Breach[] {
  const { diagrams } = model.space;
  const placeOf = (block: (typeof model.blocks)[number]) =>
    model.style === 'full' ? (block.full_section ?? block.section) : block.section;
  return always.flatMap((section) => {
    // A block that may be left out for room can't be counted on.
    const lasting = model.blocks.filter((block) => placeOf(block) === section && lasts(block, model.blocks));
    const filled = diagrams.some(lasting.map((block) => shownOf(model, block.id)));
    return breachIf(model, diagrams.without(all, filled), {
      property: 'no-empty-section',
      about: section,
      message: `The section \`${section}\` may stay empty`,
      hint: 'Give it a block for everyone, without `when:` and without `drop:`',
    });
  });
}

/** Never left out for room, neither itself nor what it goes with. */
export function lasts(block: Block, blocks: readonly Block[]): boolean {
  if (block.drop !== undefined) return false;
  return (block.with ?? []).every((id) => {
    const leader = blocks.find((each) => each.id === id);
    return leader === undefined || lasts(leader, blocks);
  });
}

export function shownOf(model: SheetModel, block: string): Sheets {
  return model.shown.get(block) ?? none;
}

/** Profiles that are in two of the sets. */
export function twice(sets: readonly Sheets[], { space }: Pick<SheetModel, 'space'>): Sheets {
  const { diagrams } = space;
  let seen: Sheets = none;
  let doubled: Sheets = none;
  for (const set of sets) {
    doubled = diagrams.or(doubled, diagrams.and(seen, set));
    seen = diagrams.or(seen, set);
  }
  return doubled;
}
