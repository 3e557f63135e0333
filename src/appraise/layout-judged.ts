/** The parts of the sheets -> judgements on chunks, lists, headings, order, emphasis and tables. */

import type { Handout, Line, PrintedBlock } from '../domain/handout.ts';
import {
  agree,
  ask,
  byFindings,
  disagree,
  doesNotApply,
  type Judge,
  type Judgement,
  onEverySheet,
} from './judgement.ts';
import { blocksOf, isVeryShort, type Material, sectionsOf } from './material.ts';

const longestParagraph = 60;
/** Under one title. */
const longestBlock = 100;

export const shortChunks: Judge = (material) =>
  unlessVeryShort(material, () => {
    const lists = byFindings(
      material,
      ['long-list'],
      `no list over 7, no paragraph over ${longestParagraph} words, no block over ${longestBlock}`,
    );
    const chunks = onEverySheet(
      material,
      ({ handout }) =>
        blocksOf(handout)
          .map(longChunk)
          .find((found) => found !== undefined),
      '',
    );
    return chunks.kind === 'decided' && chunks.answer === 'disagree' ? chunks : lists;
  });

function longChunk(block: PrintedBlock): string | undefined {
  const paragraph = Math.max(0, ...block.paragraphs.map(wordsIn));
  if (paragraph > longestParagraph) return `block ${block.id} has a paragraph of ${paragraph} words`;
  const all = [...block.paragraphs, ...block.items, ...block.steps].reduce((sum, l) => sum + wordsIn(l), 0);
  return all > longestBlock ? `block ${block.id} has ${all} words` : undefined;
}

/** Headings that tell nothing of what stands under them. */
const empty: Readonly<Record<string, RegExp>> = {
  en: /^(introduction|overview|background|general|information|details|notes?|other|miscellaneous|more)\W*$/i,
  es: /^(introducción|resumen|generalidades|información|detalles|notas?|otros?|varios|más)\W*$/i,
};

export const tellingHeadings: Judge = (material) =>
  unlessVeryShort(material, () => {
    const stop = empty[material.language.split('-')[0] ?? ''];
    const judged = onEverySheet(
      material,
      ({ handout }) => {
        const headings = sectionsOf(handout).map(({ heading }) => heading.trim());
        if (headings.includes('')) return 'a section has no heading';
        const told = headings.find((heading) => stop?.test(heading) === true);
        if (told !== undefined) return `the heading "${told}" does not say what stands under it`;
        const twice = headings.find((heading, index) => headings.indexOf(heading) !== index);
        return twice === undefined ? undefined : `the heading "${twice}" stands there twice`;
      },
      'every section has a heading of its own that says what it is about',
    );
    const clean = judged.kind === 'decided' && judged.answer === 'agree';
    return clean && stop === undefined ? ask('every section has a heading of its own') : judged;
  });

/** Chunks and headings can be counted; whether each tells one thing can't. */
export const oneIdeaEach: Judge = (material, answered) => {
  for (const judge of [shortChunks, tellingHeadings]) {
    const judged = judge(material, answered);
    if (judged.kind === 'decided' && judged.answer === 'disagree') return judged;
  }
  return ask('every section has a heading and is short; is it one thing each?');
};

export const orderToldFirst: Judge = ({ sheets }) => {
  const longest = [...sheets].sort((a, b) => sectionsOf(b.handout).length - sectionsOf(a.handout).length)[0];
  if (longest === undefined) return ask();
  const headings = sectionsOf(longest.handout).map(({ heading }) => heading);
  return ask(`the order is: key points, warning signs, ${headings.join(', ')}, plan`);
};

export const summary: Judge = (material) => unlessVeryShort(material, () => keyPointsFirst(material));

/** The page puts them in a box right under the title. */
export const keyPointsFirst = (material: Material): Judgement =>
  onEverySheet(
    material,
    ({ handout: { keyPoints } }) =>
      keyPoints.length >= 1 && keyPoints.length <= 5 ? undefined : `${keyPoints.length} key points`,
    'key points stand in a box under the title',
  );

export const cues: Judge = (material) =>
  onEverySheet(
    material,
    ({ handout }) =>
      boldIn(handout) > 0 ? undefined : 'no words in bold type, so nothing leads the eye to what to do',
    'boxes, marks of level and bold type lead to what matters',
  );

function boldIn({ keyPoints, today }: Handout): number {
  const lines = [...keyPoints, ...today.blocks.flatMap((block) => block.paragraphs)];
  return lines.flat().filter((run) => run.strong).length;
}

export const lists: Judge = (material) => {
  const noList = onEverySheet(
    material,
    ({ handout: { keyPoints, warning, moves } }) => {
      const early = keyPoints.length > 1 || warning.emergency.groups.length > 0;
      return early || moves?.blocks.some(({ steps }) => steps.length > 1) === true
        ? undefined
        : 'there is no list';
    },
    '',
  );
  if (noList.kind === 'decided' && noList.answer === 'disagree') return noList;
  return byFindings(
    material,
    ['long-list'],
    'key points, signs and steps are lists from the first page on, none over 7',
  );
};

const mostColumns = 4;
const longestHeader = 3;

/** The one table is the week to tick off. */
export const simpleTables: Judge = (material) => {
  if (!material.sheets.some(({ handout }) => handout.plan.week.length > 0)) return doesNotApply('no table');
  return onEverySheet(
    material,
    ({ handout: { labels } }) => {
      const heads = [labels.week_day, labels.week_walk, labels.week_moves, labels.week_pain];
      const long = heads.find((head) => head.split(/\s+/).length > longestHeader);
      return long === undefined ? undefined : `the week's column "${long}" has a long heading`;
    },
    `the week has ${mostColumns} columns with headings of ${longestHeader} words at most`,
  );
};

export const explainedTable: Judge = ({ sheets }) => {
  const week = sheets.find(({ handout }) => handout.plan.week.length > 0);
  if (week === undefined) return doesNotApply('no table or chart');
  return ask(`the week opens with: "${week.handout.labels.week_how}"`);
};

function unlessVeryShort(material: Material, judge: () => Judgement): Judgement {
  return material.sheets.every(isVeryShort) ? doesNotApply('very short') : judge();
}

export function wordsIn(line: Line): number {
  const text = line.map((run) => run.text).join('');
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What must be there, and is on every sheet or is not. */
export function present(missing: string, reason: string, has: (handout: Handout) => boolean): Judge {
  return (material) => {
    if (material.sheets.length === 0) return disagree(missing);
    const judged = onEverySheet(material, ({ handout }) => (has(handout) ? undefined : missing), reason);
    return judged.kind === 'decided' && judged.answer === 'agree' ? agree(reason) : judged;
  };
}
