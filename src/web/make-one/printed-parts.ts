/** A handout -> its blocks and signs by id, and how each begins on the paper. */

import type { Handout, Line, PrintedBlock, PrintedSign } from '../../domain/handout.ts';
import { plainText } from '../../tailor/text.ts';

export interface PrintedPart {
  /** What staff see it called. */
  readonly title: string;
  /** Beginnings of its text, without spaces, the surest first. */
  readonly begins: readonly string[];
  /** How many letters it has, without spaces. */
  readonly letters: number;
}

const longestTitle = 64;
const longestBegin = 48;

export function printedParts(handout: Handout): ReadonlyMap<string, PrintedPart> {
  const { warning, plan } = handout;
  const levels = [handout.medicine, handout.clinicCare].flatMap((section) => section?.rows ?? []);
  const sections = [
    ...[handout.notes, handout.facts, handout.today, handout.moves, handout.notNow, handout.dailyLife],
    ...[handout.bed, handout.sleep, handout.why, handout.symptoms, handout.prevention],
  ];
  const blocks = [
    ...sections.flatMap((section) => section?.blocks ?? []),
    ...levels.flatMap((row) => row.blocks),
    ...(handout.movesStop === undefined ? [] : [handout.movesStop]),
  ];
  const signs = [warning.emergency, warning.sameDay].flatMap((box) => [...box.forYou, ...box.conditions]);
  return new Map<string, PrintedPart>([
    ...blocks.map((block): [string, PrintedPart] => [block.id, partOf(block)]),
    // Above a note the paper has the lead that all notes have.
    ...(handout.notes?.blocks ?? []).map((note): [string, PrintedPart] => {
      const part = partOf(note);
      return [note.id, { ...part, title: `${handout.labels.note_title}: ${part.title}` }];
    }),
    ...signs.map((sign): [string, PrintedPart] => [sign.id, signPart(sign)]),
    ...plan.questions.map(({ id, line }): [string, PrintedPart] => [id, named([plainText(line)])]),
  ]);
}

function partOf({ title, paragraphs, reasons, items, steps }: PrintedBlock): PrintedPart {
  const first = textOf(paragraphs[0]);
  const step = textOf(steps[0]);
  const head = title ?? '';
  return {
    title: shortened(head === '' ? first || textOf(items[0]) || step : head),
    letters: bare([head, ...[...paragraphs, ...reasons, ...items, ...steps].map(textOf)].join('')).length,
    begins: begins([`${head}${first}`, `${head}1.${step}`, first, `${head}${textOf(items[0])}`, head]),
  };
}

function signPart({ lines }: PrintedSign): PrintedPart {
  return named(lines.map(plainText));
}

function named(texts: readonly string[]): PrintedPart {
  return { title: shortened(texts.join('; ')), begins: begins(texts), letters: bare(texts.join('')).length };
}

function textOf(line: Line | undefined): string {
  return line === undefined ? '' : plainText(line);
}

/** A few letters alone may begin anything. */
function begins(texts: readonly string[]): string[] {
  const cut = texts.map((text) => bare(text).slice(0, longestBegin));
  return [...new Set(cut)].filter((text) => text.length >= 6);
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

export function shortened(text: string): string {
  if (text.length <= longestTitle) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longestTitle))} \u2026`;
}
