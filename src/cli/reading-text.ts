/** Reports on sheets -> the table of how hard each is to read, with the scores that its language has. */

import type { ReadingScores, TextReport } from '../domain/text-report.ts';
import { table } from './table.ts';

const measures: readonly (readonly [string, keyof ReadingScores])[] = [
  ['words', 'words'],
  ['sentences', 'sentences'],
  ['grade (FK)', 'fleschKincaid'],
  ['SMOG', 'smog'],
  ['ease (FH)', 'fernandezHuerta'],
  ['INFLESZ', 'inflesz'],
  ['words/sentence', 'wordsPerSentence'],
  ['letters/word', 'lettersPerWord'],
];

export function readingText(reports: readonly TextReport[]): string {
  const shown = measures.filter(([, key]) => reports.some(({ scores }) => scores[key] !== undefined));
  const rows = reports.map(({ sheet, scores, findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return [
      sheet,
      ...shown.map(([, key]) => numberText(scores[key])),
      String(errors),
      String(findings.length - errors),
    ];
  });
  return table(['sheet', ...shown.map(([name]) => name), 'errors', 'warnings'], rows);
}

function numberText(value: number | undefined): string {
  if (value === undefined) return '-';
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
