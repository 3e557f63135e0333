/** The text of one cell -> the value that a profile would have there, or why it can't be one. */

import type { RosterColumn } from '../../domain/roster-column.ts';

type Cell =
  | { readonly value: unknown }
  | { readonly code: string; readonly message: string; readonly hint: string };

/** Blank and `?` are what was left out: `undefined`. What is wrong beyond spelling is left to the schema. */
export function readCell(raw: string, column: RosterColumn): Cell {
  const text = plain(raw);
  const name = `\`${column.name}\``;
  if (text === '' || text === '?') return { value: undefined };
  if (spreadsheetError.test(text)) {
    return {
      code: 'spreadsheet-error',
      message: `${name} holds an error of the spreadsheet`,
      hint: 'Mend the formula of this cell, or type the value in',
    };
  }
  if (text.includes('\ufffd')) {
    return {
      code: 'damaged-text',
      message: `${name} holds a character that could not be read`,
      hint: 'Type it anew, and save as "CSV UTF-8 (Comma delimited)"',
    };
  }
  if (column.name === 'id' && rounded.test(text)) {
    return {
      code: 'rounded-id',
      message: `${name} was rounded by a spreadsheet: its last digits are lost`,
      hint: 'Format the column as Text, enter the ids again, then save as CSV',
    };
  }
  if (column.kind === 'date') return dateCell(text, name);
  return { value: profileValue(text, column) };
}

/** Without the `="..."` by which some programs keep a spreadsheet from touching a number. */
function plain(raw: string): string {
  const text = raw.trim();
  return (/^="([^"]*)"$/.exec(text)?.[1] ?? text).trim();
}

const spreadsheetError = /^#(N\/A|REF!|VALUE!|NAME\?|NULL!|NUM!|DIV\/0!|SPILL!|CALC!|#+)$/i;
const rounded = /^\d([.,]\d+)?E[+-]\d{1,3}$/i;

/** Year first can't be misread; in `04/05/2026` nobody can tell the day from the month. */
function dateCell(text: string, name: string): Cell {
  const parts = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})([T ]0{1,2}:00(:00(\.0+)?)?Z?)?$/.exec(text);
  const [, year, , month = '', day = ''] = parts ?? [];
  if (year !== undefined) return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  return {
    code: 'bad-date',
    message: `${name} must be a date with the year first, YYYY-MM-DD: else day and month can't be told apart`,
    hint: 'In the spreadsheet give the column the format yyyy-mm-dd, then save as CSV again',
  };
}

function profileValue(text: string, column: RosterColumn): unknown {
  switch (column.kind) {
    case 'yes-no':
      return yesOrNo(text) ?? wordOf(text, column.words);
    case 'drug':
      return yesOrNo(text) === 'no' ? 'none' : (yesOrNo(text) ?? text);
    case 'word':
      return yesOrNo(text) === 'no' && column.words.includes('no') ? 'no' : wordOf(text, column.words);
    case 'list':
      return text.split(/[\s;|,]+/).flatMap((item) => (item === '' ? [] : [itemOf(item, column)]));
    default:
      return text;
  }
}

function yesOrNo(text: string): 'yes' | 'no' | undefined {
  if (/^(yes|y|true|1)$/i.test(text)) return 'yes';
  return /^(no|n|false|0)$/i.test(text) ? 'no' : undefined;
}

/** Case and the kind of gap don't count. */
function wordOf(text: string, words: readonly string[]): string {
  return words.find((word) => spelling(word) === spelling(text)) ?? text;
}

function spelling(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '-');
}

function itemOf(item: string, column: RosterColumn): string {
  if (column.name === 'topics') return item.toLowerCase();
  return item.toUpperCase();
}
