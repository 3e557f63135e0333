/** The bytes of a roster in the encodings that spreadsheets write -> its text in pieces, every line end as `\n`. */

import { isAscii, isUtf8 } from 'node:buffer';
import { type Diagnostic, errorAt, warningAt } from '../../domain/diagnostic.ts';

/** Raised on the first bytes: nothing of this source can be read as text. */
export class NoText extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = 'NoText';
    this.diagnostic = diagnostic;
  }
}

/** `tell` gets what concerns the whole source, once. */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array | string>,
  file: string,
  tell: (diagnostic: Diagnostic) => void,
): AsyncGenerator<string> {
  let decode: Decode | undefined;
  let heldReturn = '';
  const normalised = (text: string, last: boolean): string => {
    let whole = heldReturn + text;
    // Its other half may be the first character of the next piece.
    heldReturn = !last && whole.endsWith('\r') ? '\r' : '';
    if (heldReturn !== '') whole = whole.slice(0, -1);
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  };
  for await (const bytes of startFilled(chunks)) {
    decode ??= decoderFor(bytes, file, tell);
    const text = normalised(decode(bytes, false), false);
    if (text !== '') yield text;
  }
  const rest = normalised(decode?.(new Uint8Array(), true) ?? '', true);
  if (rest !== '') yield rest;
}

type Decode = (bytes: Uint8Array, last: boolean) => string;

/** The first piece is long enough to be judged, also when it drips in. */
async function* startFilled(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk as Uint8Array);
    if (start === undefined) yield bytes;
    else if (start.length + bytes.length < 64) start = Buffer.concat([start, bytes]);
    else {
      yield Buffer.concat([start, bytes]);
      start = undefined;
    }
  }
  if (start !== undefined && start.length > 0) yield start;
}

function decoderFor(bytes: Uint8Array, file: string, tell: (diagnostic: Diagnostic) => void): Decode {
  const [first, second, third, fourth] = bytes;
  const workbook = (first === 0x50 && second === 0x4b && third === 3) || (first === 0xd0 && second === 0xcf);
  if (workbook) throw new NoText(errorAt({ file }, 'workbook', ...isWorkbook));
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  const utf16 =
    marked ?? (first !== 0 && second === 0 && third !== 0 && fourth === 0 ? 'utf-16le' : undefined);
  if (utf16 !== undefined) {
    const decoder = new TextDecoder(utf16);
    return (piece, last) => decoder.decode(piece, { stream: !last });
  }
  if (bytes.includes(0)) throw new NoText(errorAt({ file }, 'binary-file', ...isBinary));
  return utf8OrWindows(() => tell(warningAt({ file }, 'windows-1252', ...isWindows)));
}

const isWorkbook = [
  'This is a workbook of a spreadsheet program, not a CSV file',
  'Save it as "CSV UTF-8 (Comma delimited)" and give that file',
] as const;
const isBinary = ['This is a binary file, not text', 'Give a file in CSV, JSON Lines or YAML'] as const;
const isWindows = [
  'This file is not UTF-8; it was read as Windows-1252, so names with accents may be wrong',
  'Look at the names on the first sheets, or save as "CSV UTF-8 (Comma delimited)"',
] as const;

/**
 * As UTF-8 until the bytes are none. What came before was ASCII then, which both read the same; where it was not,
 * the text is UTF-8 with damage in it, and a damaged character becomes U+FFFD.
 */
function utf8OrWindows(fallback: () => void): Decode {
  const windows = new TextDecoder('windows-1252');
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let carried: Buffer = Buffer.alloc(0);
  let isWindowsText = false;
  let hasUtf8 = false;
  let atStart = true;
  return (piece, last) => {
    if (isWindowsText) return windows.decode(piece, { stream: !last });
    const bytes = Buffer.concat([carried, piece]);
    const end = last ? bytes.length : wholeCharacters(bytes);
    const whole = bytes.subarray(0, end);
    carried = Buffer.from(bytes.subarray(end));
    const valid = isUtf8(whole);
    let text = utf8.decode(whole);
    if (!valid && !hasUtf8 && mostlyDamaged(text)) {
      isWindowsText = true;
      fallback();
      const tail = Buffer.concat([whole, carried]);
      return windows.decode(tail, { stream: !last });
    }
    hasUtf8 ||= !isAscii(whole);
    if (atStart && text.startsWith('\ufeff')) text = text.slice(1);
    atStart &&= text === '';
    return text;
  };
}

function mostlyDamaged(text: string): boolean {
  const foreign = text.match(/[^\0-\x7f]/gu) ?? [];
  return foreign.filter((one) => one === '\ufffd').length * 2 >= foreign.length;
}

/** Where the last character that is whole ends. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
