/** Bytes -> the IPP answer in them (RFC 8010, section 3), or a PrinterFault: whoever sent them may be no printer. */

import { PrinterFault } from '../domain/printer-trouble.ts';
import { groupTag, type IppAnswer, type IppValue, valueTag } from './message.ts';

/** Tags below this one begin a group; those above hold a value. */
const firstValueTag = 0x10;

export function decodeAnswer(bytes: Uint8Array): IppAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { status: view.getUint16(2), requestId: view.getUint32(4), groups: groupsOf(view) };
  } catch (cause) {
    // Reading beyond the end: cut off, or no IPP at all.
    if (cause instanceof RangeError) throw new PrinterFault({ code: 'not-a-printer' }, cause);
    throw cause;
  }
}

function groupsOf(view: DataView): IppAnswer['groups'] {
  const groups: { tag: number; attributes: Map<string, IppValue[]> }[] = [];
  let values: IppValue[] | undefined;
  /** Inside a collection nothing is kept: nobody here asks for what is in one. */
  let depth = 0;
  let at = 8;
  for (;;) {
    const tag = view.getUint8(at);
    at += 1;
    if (tag === groupTag.end) return groups;
    if (tag < firstValueTag) {
      groups.push({ tag, attributes: new Map() });
      values = undefined;
      depth = 0;
      continue;
    }
    const name = part(view, at);
    at = name.end;
    const content = part(view, at);
    at = content.end;
    if (tag === valueTag.collectionEnd) depth -= 1;
    else if (depth === 0) {
      const group = groups.at(-1);
      if (name.bytes.length > 0) {
        values = [];
        group?.attributes.set(textOf(name.bytes), values);
      }
      // A value without a group or a name before it.
      if (group === undefined || values === undefined) throw new PrinterFault({ code: 'not-a-printer' });
      if (tag !== valueTag.collection) values.push(typedValue(tag, content.bytes));
    }
    if (tag === valueTag.collection) depth += 1;
    if (depth < 0) throw new PrinterFault({ code: 'not-a-printer' });
  }
}

/** Two bytes of length, then as many bytes. */
function part(view: DataView, at: number): { bytes: Uint8Array; end: number } {
  const start = at + 2;
  const end = start + view.getUint16(at);
  if (end > view.byteLength) throw new RangeError('cut off');
  return { bytes: new Uint8Array(view.buffer, view.byteOffset + start, end - start), end };
}

function typedValue(tag: number, bytes: Uint8Array): IppValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (tag) {
    case valueTag.integer:
    case valueTag.enum:
      return view.getInt32(0);
    case valueTag.boolean:
      return view.getUint8(0) !== 0;
    case valueTag.range:
      return { from: view.getInt32(0), to: view.getInt32(4) };
    case valueTag.textWithLanguage:
    case valueTag.nameWithLanguage:
      return textOf(part(view, part(view, 0).end).bytes);
    default:
      return tag >= valueTag.text || tag === valueTag.octets ? textOf(bytes) : bytes;
  }
}

/** Broken characters are replaced: a printer's name is no reason to stop. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
