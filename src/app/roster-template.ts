/** The content -> a CSV roster to fill in: all columns that it may have, a whole row, and the shortest one. */

import type { Content } from '../domain/content.ts';
import { type RosterColumn, rosterColumns } from '../domain/roster-column.ts';

/** By this a spreadsheet program knows UTF-8. */
const byteOrderMark = '\ufeff';

/** With the line ends that the standard for CSV asks for. */
export function rosterTemplate(content: Content, language: string): string {
  const columns = rosterColumns(content.rulebook);
  const [topic, other] = topicsIn(content, language);
  const filled = columns.map((column) =>
    example(column, {
      language,
      topic: topic?.id ?? '',
      code: topic?.code ?? '',
      paper: content.clinic.paper,
    }),
  );
  const shortest: Readonly<Record<string, string>> = {
    id: 'sample-2',
    language,
    topics: other?.id ?? topic?.id ?? '',
  };
  const rows = [
    columns.map(({ name }) => name),
    filled,
    columns.map(({ name }) => (name === 'language' && language === 'en' ? '' : (shortest[name] ?? ''))),
  ];
  return byteOrderMark + rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function topicsIn(content: Content, language: string): { id: string; code: string | undefined }[] {
  return [...content.topics.values()]
    .filter(({ words }) => words.has(language))
    .map(({ topic }) => ({ id: topic.id, code: topic.codes[0]?.code }));
}

/** A made-up patient to whom nothing applies: what is to be typed over, not what is to be kept. */
function example(
  column: RosterColumn,
  { language, topic, code, paper }: Readonly<Record<'language' | 'topic' | 'code' | 'paper', string>>,
): string {
  switch (column.name) {
    case 'id':
      return 'sample-1';
    case 'name':
      return 'Sample Patient';
    case 'birth_date':
      return '1961-04-02';
    // With a birth date there is none.
    case 'age_band':
    case 'warning_signs':
      return '';
    case 'language':
      return language;
    case 'topics':
      return topic;
    case 'visit_date':
      return '2026-11-23';
    case 'clinician':
      return 'Dr Sample';
    case 'follow_up':
      return '2026-12-07';
    case 'codes':
      return code;
    case 'notes':
      return 'Please bring this sheet to your next visit.';
    case 'paper':
      return paper;
    default:
      return column.kind === 'drug' ? 'none' : column.kind === 'yes-no' ? 'no' : (column.words[0] ?? '');
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
