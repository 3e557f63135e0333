/** Rows without a handout -> a table of them that a narrow terminal can hold, refusals first: where, and under it why and what to do. */

import { basename } from 'node:path';
import type { BatchResult } from '../app/batch-room.ts';
import { needsCare } from './needs-care.ts';
import { wrapped } from './wrapped-text.ts';

const longestSource = 24;
const longestColumn = 20;
const mostOthers = 5;
/** On less than this, what is wrong stands below where it is. */
const narrowest = 60;

interface Row {
  readonly where: readonly string[];
  readonly texts: readonly string[];
}

/** `width`: of the terminal. What was refused for safety is another thing than a mistake: it stands apart. */
export function troubleTable(troubles: readonly BatchResult[], width: number): string {
  const parts: (readonly [string, boolean])[] = [
    ['REFUSED FOR SAFETY: these patients may get no sheet', true],
    ['FAILED', false],
  ];
  return parts
    .map(([title, wanted]) => {
      const rows = troubles.filter((row) => needsCare(row) === wanted).flatMap(rowOf);
      if (rows.length === 0) return '';
      return [...wrapped(title, width), width < narrowest ? stacked(rows, width) : table(rows, width)].join(
        '\n',
      );
    })
    .filter((part) => part !== '')
    .join('\n');
}

function rowOf(result: BatchResult): readonly Row[] {
  const { state, place, column, older = [], removed = [], bundles = [], diagnostics } = result;
  const [first, ...others] = diagnostics.filter(({ severity }) => severity === 'error');
  if (first === undefined) return [];
  const where = [
    cut(basename(place.file), longestSource),
    place.line === undefined ? '' : String(place.line),
    cut(column ?? '', longestColumn),
  ];
  const texts = [
    `${state}: ${first.message} (${first.code})`,
    ...(first.hint === undefined ? [] : [`hint: ${first.hint}`]),
    // All are to be mended, those beside a warning sign too.
    ...others.slice(0, mostOthers).map(({ code, message }) => `and: ${message} (${code})`),
    ...removed.map(
      ({ at }) =>
        `its sheet of ${at.slice(0, 10)} is gone from the folder: if it was handed out, take it back`,
    ),
    ...older.map(({ file, at }) => `older sheet still there: ${file}, of ${at.slice(0, 10)}`),
    ...bundles.map((path) => `still in ${path}`),
  ];
  return [{ where, texts }];
}

function table(rows: readonly Row[], width: number): string {
  const head = ['source', 'row', 'column'];
  const widths = head.map((cell, at) =>
    Math.max(cell.length, ...rows.map(({ where }) => (where[at] ?? '').length)),
  );
  const cells = (where: readonly string[]) =>
    where
      .map((cell, at) => (at === 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ');
  const indent = cells(head).length + 2;
  const lines = rows.flatMap(({ where, texts }) =>
    texts
      .flatMap((text) => wrapped(text, width - indent))
      .map((line, at) => `${at === 0 ? cells(where) : ' '.repeat(indent - 2)}  ${line}`),
  );
  return [`${cells(head)}  why`, '-'.repeat(width), ...lines, ''].join('\n');
}

function stacked(rows: readonly Row[], width: number): string {
  const lines = rows.flatMap(({ where: [source = '', row = '', column = ''], texts }) => {
    const place = [source, ...(row === '' ? [] : [`row ${row}`]), ...(column === '' ? [] : [column])];
    return [
      ...wrapped(place.join(', '), width),
      ...texts.flatMap((text) => wrapped(text, width - 2).map((line) => `  ${line}`)),
    ];
  });
  return ['-'.repeat(width), ...lines, ''].join('\n');
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}\u2026`;
}
