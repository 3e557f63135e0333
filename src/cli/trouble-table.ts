/** Rows without a handout -> a table of them that a narrow terminal can hold: where, and under it why and what to do. */

import { basename } from 'node:path';
import type { BatchResult } from '../app/batch-room.ts';

const longestSource = 24;
const longestColumn = 20;
const narrowest = 60;

/** `width`: of the terminal. */
export function troubleTable(troubles: readonly BatchResult[], width: number): string {
  const rows = troubles.flatMap(({ state, place, column, older = [], diagnostics }) => {
    const first = diagnostics.find(({ severity }) => severity === 'error');
    if (first === undefined) return [];
    const where = [
      cut(basename(place.file), longestSource),
      place.line === undefined ? '' : String(place.line),
      cut(column ?? '', longestColumn),
    ];
    const texts = [
      `${state}: ${first.message} (${first.code})`,
      ...(first.hint === undefined ? [] : [`hint: ${first.hint}`]),
      ...older.map(({ file, at }) => `older sheet still there: ${file}, of ${at.slice(0, 10)}`),
    ];
    return [{ where, texts }];
  });
  if (rows.length === 0) return '';
  const head = ['source', 'row', 'column'];
  const widths = head.map((cell, at) =>
    Math.max(cell.length, ...rows.map(({ where }) => (where[at] ?? '').length)),
  );
  const cells = (where: readonly string[]) =>
    where
      .map((cell, at) => (at === 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ');
  const indent = cells(head).length + 2;
  const room = Math.max(narrowest, width) - indent;
  const lines = rows.flatMap(({ where, texts }) =>
    texts
      .flatMap((text) => wrapped(text, room))
      .map((line, at) => `${at === 0 ? cells(where) : ' '.repeat(indent - 2)}  ${line}`),
  );
  return [`${cells(head)}  why`, '-'.repeat(Math.max(narrowest, width)), ...lines, ''].join('\n');
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}\u2026`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
