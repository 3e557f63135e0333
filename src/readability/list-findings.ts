/** A handout -> its lists of more than seven, in blocks, warning groups, rows, plan and questions. */

import type { Handout, PrintedBlock, PrintedSign, PrintedSignBox } from '../domain/handout.ts';
import type { TextFinding } from '../domain/text-report.ts';

const most = 7;

interface List {
  readonly part: string;
  readonly name: string;
  readonly length: number;
}

export function listFindings(handout: Handout): TextFinding[] {
  const { warning, plan } = handout;
  const lists: List[] = [
    { part: 'key points', name: 'key points', length: handout.keyPoints.length },
    ...boxLists(warning.emergency),
    ...boxLists(warning.sameDay),
    ...blocksOf(handout).flatMap(blockLists),
    ...[handout.medicine, ...(handout.clinicCare === undefined ? [] : [handout.clinicCare])].flatMap(
      ({ heading, rows }) =>
        rows.map(({ blocks }) => ({
          part: blockPart(blocks),
          name: `a row of "${heading}"`,
          length: blocks.length,
        })),
    ),
    ...(handout.notNow === undefined ? [] : [sectionList(handout.notNow)]),
    // On the two-sided sheet the room decides, after this, how many of the numbered moves stay.
    ...(handout.full && handout.moves !== undefined ? [sectionList(handout.moves)] : []),
    { part: 'plan', name: 'the plan', length: plan.dates.length + linesIn(plan.anyTime) },
    { part: 'label check_yourself', name: 'the questions', length: plan.questions.length },
  ];
  return lists
    .filter(({ length }) => length > most)
    .map(({ part, name, length }) => ({
      rule: 'long-list',
      severity: 'error',
      part,
      words: name,
      message: `A list of ${length} in ${name}; ${most} is the most that a reader keeps apart`,
      hint: 'Part it in two lists with a heading each, or join what belongs together',
    }));
}

/** A group of the box is one list, as it is set under one picture. A sign of two lines is two items. */
function boxLists({ title, groups, forYou, conditions }: PrintedSignBox): List[] {
  return [...groups.map(({ signs }) => signs), forYou, conditions].flatMap((signs) => {
    const [first] = signs;
    if (first === undefined) return [];
    return [{ part: `sign ${first.id}`, name: `one group of "${title}"`, length: linesIn(signs) }];
  });
}

function linesIn(signs: readonly PrintedSign[]): number {
  return signs.reduce((sum, { lines }) => sum + lines.length, 0);
}

function blocksOf(handout: Handout): PrintedBlock[] {
  const { notes, facts, today, notNow, moves, dailyLife, bed, sleep, why, symptoms, prevention } = handout;
  const sections = [notes, facts, today, notNow, moves, dailyLife, bed, sleep, why, symptoms, prevention];
  const rows = [handout.medicine, handout.clinicCare].flatMap((section) => section?.rows ?? []);
  return [...sections.flatMap((section) => section?.blocks ?? []), ...rows.flatMap(({ blocks }) => blocks)];
}

function blockLists({ id, items, steps }: PrintedBlock): List[] {
  const part = `block ${id}`;
  return [
    { part, name: 'the items', length: items.length },
    { part, name: 'the steps', length: steps.length },
  ];
}

/** Blocks that stand as one list: the numbered moves, and what not to do yet. */
function sectionList({ heading, blocks }: { heading: string; blocks: readonly PrintedBlock[] }): List {
  return { part: blockPart(blocks), name: `"${heading}"`, length: blocks.length };
}

function blockPart(blocks: readonly PrintedBlock[]): string {
  return `block ${blocks[0]?.id ?? ''}`;
}
