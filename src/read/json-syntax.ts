/** The text of a `.json` file -> the first place where it isn't JSON, and what is wrong there. */

export interface JsonFault {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

const blank = /[ \t\r\n]*/y;
const text = /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"/uy;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** Undefined when the text is JSON. Works without recursion, so any nesting is safe. */
export function jsonFault(source: string): JsonFault | undefined {
  const open: { bracket: '{' | '['; offset: number }[] = [];
  let wanted: Wanted = 'value';
  let at = source.startsWith('\ufeff') ? 1 : 0;
  let comma = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    skip(blank);
    const sign = source[at];
    const innermost = open.at(-1);
    if (wanted === 'comma-or-end' && innermost === undefined) {
      return sign === undefined ? undefined : fault(at, 'text-after-end', ...afterEnd);
    }
    if (sign === undefined) return fault(innermost?.offset ?? at, 'unclosed-bracket', ...unclosed);
    if ((sign === '}' || sign === ']') && innermost !== undefined) {
      const fits = sign === (innermost.bracket === '{' ? '}' : ']');
      if (fits && (wanted === 'value' || wanted === 'key'))
        return fault(comma, 'trailing-comma', ...trailing);
      if (!fits || !wanted.endsWith('-or-end')) return fault(at, 'bad-json', ...misplaced);
      open.pop();
      at += 1;
      wanted = 'comma-or-end';
    } else if (wanted === 'colon' || wanted === 'comma-or-end') {
      if (sign !== (wanted === 'colon' ? ':' : ',')) return fault(at, ...missing(sign, wanted));
      comma = at;
      at += 1;
      wanted = wanted === 'comma-or-end' && innermost?.bracket === '{' ? 'key' : 'value';
    } else if (wanted === 'key' || wanted === 'key-or-end') {
      if (!skip(text)) return fault(at, ...notText(sign, true));
      wanted = 'colon';
    } else if (sign === '{' || sign === '[') {
      open.push({ bracket: sign, offset: at });
      at += 1;
      wanted = sign === '{' ? 'key-or-end' : 'value-or-end';
    } else {
      if (!skip(text) && !skip(word)) return fault(at, ...notText(sign, false));
      wanted = 'comma-or-end';
    }
  }
}

type Told = readonly [message: string, hint: string];

const trailing: Told = ['A comma stands before a closing bracket', 'Remove the comma after the last entry'];
const unclosed: Told = ['A bracket is opened here and not closed', 'Close it with `}` or `]`'];
const afterEnd: Told = [
  'There is more text here after the end of the value',
  'Remove it, or check the brackets',
];
const misplaced: Told = [
  'A bracket is out of place here',
  'Check that each bracket is closed by its own kind',
];

function missing(sign: string, wanted: 'colon' | 'comma-or-end'): readonly [string, ...Told] {
  if (sign === '/' || sign === '#') return comment;
  if (wanted === 'colon') return ['missing-colon', 'A colon is missing after a key', 'Write `"key": value`'];
  return [
    'missing-comma',
    'A comma is missing between two entries',
    'Write a comma after each entry but the last',
  ];
}

function notText(sign: string, isKey: boolean): readonly [string, ...Told] {
  if (sign === '/' || sign === '#') return comment;
  if (sign === "'") return ['single-quote', 'Single quotes are not JSON', 'Use double quotes'];
  if (sign === '"') {
    return [
      'bad-text',
      'A text is not closed on its line, or holds a backslash that means nothing',
      'Close it with `"`; write a line break as \\n, a tab as \\t and a backslash twice',
    ];
  }
  if (isKey) return ['bad-json', 'A key in double quotes is missing here', 'Write `"key": value`'];
  return ['bad-json', 'A value is missing here', 'Text has to stand in double quotes'];
}

const comment: readonly [string, ...Told] = ['comment', 'JSON has no comments', 'Remove it, or use YAML'];

function fault(offset: number, code: string, message: string, hint: string): JsonFault {
  return { offset, code, message, hint };
}
