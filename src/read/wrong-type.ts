/** A field that is missing, empty or of the wrong kind -> what it must be, what it is, and how to mend it. */

import { type Complaint, fieldName } from './complaint.ts';
import { type FieldPath, isTellable } from './field-path.ts';

/** What a schema expects, in an author's words. */
export function kindWanted(expected: string): string {
  const nouns: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: '`true` or `false`',
    array: 'a list',
    tuple: 'a list',
    object: 'a map (`key: value` lines)',
    record: 'a map (`key: value` lines)',
    null: 'empty',
  };
  return nouns[expected] ?? 'of another kind';
}

/** What stands in the file, in an author's words, without the value. */
export function kindFound(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map (`key: value` lines)';
  if (typeof value === 'number') {
    return Number.isFinite(value) ? 'a number' : 'a number without an end';
  }
  return typeof value === 'boolean' ? 'true or false' : 'text';
}

export function missing(path: FieldPath): Complaint {
  const last = path.at(-1);
  const hint = typeof last === 'string' && isTellable(last) ? { hint: `Add a line \`${last}: ...\`` } : {};
  return { path, of: 'key', code: 'missing-key', message: `${fieldName(path)} is missing`, ...hint };
}

export function wrongType(path: FieldPath, expected: string, value: unknown): Complaint {
  if (value === undefined) return missing(path);
  if (value === null) return empty(path);
  const hint = mend(expected, value, path.at(-1));
  const isFraction = expected === 'int' && typeof value === 'number' && Number.isFinite(value);
  return {
    path,
    of: 'value',
    code: 'wrong-type',
    message: `${fieldName(path)} must be ${kindWanted(expected)}${isFraction ? '' : `, but is ${kindFound(value)}`}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

export function empty(path: FieldPath): Complaint {
  return {
    path,
    of: 'key',
    code: 'empty-value',
    message: `${fieldName(path)} is empty`,
    hint: 'Write a value, or remove the line if it may be left out',
  };
}

/** For a number, a date or a yes/no that YAML would not read as text. */
export function quoteIt(last: string | number | undefined): string {
  const name = typeof last === 'string' && isTellable(last) ? `${last}: ` : '';
  return `Put it in quotes, so that it stays text: \`${name}"..."\``;
}

function mend(expected: string, value: unknown, last: string | number | undefined): string | undefined {
  const found = Array.isArray(value) ? 'array' : typeof value;
  switch (expected) {
    case 'string':
      if (found === 'object') return 'Put the whole text in quotes if it holds a colon';
      if (found === 'array')
        return 'Write one text; a text that starts with a dash or `[` has to stand in quotes';
      return quoteIt(last);
    case 'number':
    case 'int':
      if (found !== 'string') return undefined;
      return /^\s*[-+]?[\d.]+\s*$/.test(String(value))
        ? 'Remove the quotes'
        : 'Write digits only, without a unit and with a point for decimals';
    case 'boolean':
      return 'Write true or false, without quotes';
    case 'array':
    case 'tuple':
      return 'Write each item on a line of its own that starts with `- `';
    case 'object':
    case 'record':
      return found === 'array'
        ? 'Remove the dashes: write `key: value` lines'
        : 'Write `key: value` lines below it, indented, with a space after each colon';
    default:
      return undefined;
  }
}
