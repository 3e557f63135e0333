/** A row that has no handout -> what is wrong and what to do, in the language of the desk, for the table and for a CSV. */

import type { LeftOut } from '../../app/desk-roster.ts';
import type { Content } from '../../domain/content.ts';
import type { Messages } from '../messages.ts';

export interface RowWords {
  readonly row: number;
  readonly kind: string;
  readonly stopped: boolean;
  readonly kindText: string;
  readonly why: string;
  readonly column: string;
  readonly value: string;
  readonly remedy: string;
}

/** Where the message itself names no column. */
const columnOf = new Map([
  ['unknown-topic', 'topics'],
  ['several-topics', 'topics'],
  ['missing-topics', 'topics'],
  ['unknown-language', 'language'],
]);

/** Words of the message files come first; without any, the program's own in English. */
export function rowWords(left: LeftOut, messages: Messages, content: Content): RowWords {
  const { row, kind, code, column = columnOf.get(left.code) ?? '', value = '' } = left;
  const id = code.replaceAll('-', '_');
  return {
    row,
    kind,
    stopped: kind === 'stopped',
    kindText: messages.text(`batch.kind_${kind.replaceAll('-', '_')}`),
    why: kept(`batch.why_${id}`, messages) ?? plain(left.message),
    column,
    value,
    remedy: kind === 'stopped' ? remedyOfStopped(left, messages, content) : remedyOf(left, messages),
  };
}

function remedyOfStopped({ care, code }: LeftOut, messages: Messages, content: Content): string {
  const number = content.clinic.emergency_number ?? content.locale.emergency_number;
  const own = kept(`batch.do_${code.replaceAll('-', '_')}`, messages);
  return own ?? messages.text(`batch.care_${(care ?? 'review').replaceAll('-', '_')}`, { number });
}

function remedyOf({ code, kind, hint }: LeftOut, messages: Messages): string {
  const own = kept(`batch.do_${code.replaceAll('-', '_')}`, messages);
  if (own !== undefined) return own;
  return plain(hint ?? '') || messages.text(kind === 'failed' ? 'batch.do_failed' : 'batch.do_error');
}

function kept(key: string, messages: Messages): string | undefined {
  return messages.has(key) ? messages.text(key) : undefined;
}

/** The marks of code are for a terminal. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** By this a spreadsheet program knows UTF-8. */
const byteOrderMark = '\ufeff';

export function leftOutCsv(all: readonly LeftOut[], messages: Messages, content: Content): string {
  const head = ['row', 'kind', 'reason', 'column', 'value', 'what'].map((id) =>
    messages.text(`batch.csv_${id}`),
  );
  const rows = [...all]
    .sort((a, b) => a.row - b.row)
    .map((left) => {
      const { row, kindText, why, column, value, remedy } = rowWords(left, messages, content);
      return [String(row), kindText, why, column, value, remedy.replaceAll('**', '')];
    });
  return byteOrderMark + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that begins like a formula would be one in a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
