/** The bytes of a source -> its text, or a diagnostic when they aren't UTF-8 text that says something. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';

/** Accepts a UTF-8 byte order mark and drops it. */
export function decodeSource(name: string, bytes: Uint8Array): Outcome<{ name: string; text: string }> {
  if (isUtf16(bytes)) {
    return failure([
      errorAt(
        { file: name },
        'not-utf8',
        'This file is saved as UTF-16',
        'Save as UTF-8 in the editor ("Save as", then "Encoding")',
      ),
    ]);
  }
  if (bytes.includes(0)) {
    return failure([
      errorAt(
        { file: name },
        'binary-file',
        'This is a binary file, not text',
        'Give a text file; a document from a word processor has to be saved as plain text, UTF-8',
      ),
    ]);
  }
  let text: string;
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Line breaks of old Macs, which some spreadsheets still write, would make one line of the whole file.
    text = decoded.replace(/\r(?!\n)/g, '\n');
  } catch {
    return failure([notUtf8(name, bytes)]);
  }
  return saysNothing(text) ? failure([emptySource(name)]) : success({ name, text });
}

/** The one diagnostic for a source that holds nothing but blanks and comments. */
export function emptySource(file: string): Diagnostic {
  return errorAt({ file }, 'empty-file', 'This file is empty', 'Write `key: value` lines into it');
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function notUtf8(name: string, bytes: Uint8Array): Diagnostic {
  const before = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? '';
  const lastBreak = before.lastIndexOf('\n');
  return errorAt(
    { file: name, line: before.split('\n').length, column: before.length - lastBreak },
    'not-utf8',
    'This is not UTF-8 text; the first foreign character stands here',
    'Save as UTF-8 in the editor ("Save as", then "Encoding")',
  );
}

function saysNothing(text: string): boolean {
  return text.split(/\r\n?|\n/).every((line) => /^\s*(#|$)/.test(line));
}
