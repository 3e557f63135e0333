/** An IPP request -> its bytes (RFC 8010, section 3), to be followed by the document. */

import { groupTag, type IppAttribute, type IppRequest, valueTag } from './message.ts';

/** What a length of two bytes can tell. */
const longest = 0xffff;

export function encodeRequest({ version, operation, requestId, groups }: IppRequest): Uint8Array {
  const bytes: number[] = [version[0], version[1], ...twoBytes(operation), ...fourBytes(requestId)];
  for (const { tag, attributes } of groups) {
    bytes.push(tag);
    for (const each of attributes) appendAttribute(bytes, each);
  }
  bytes.push(groupTag.end);
  return Uint8Array.from(bytes);
}

/** Several values: the first carries the name, each further one an empty name. */
function appendAttribute(bytes: number[], { tag, name, value }: IppAttribute): void {
  if (typeof value === 'object' && 'members' in value) {
    bytes.push(tag);
    appendCounted(bytes, encoded(name));
    appendCounted(bytes, []);
    for (const member of value.members) appendMember(bytes, member);
    bytes.push(valueTag.collectionEnd, ...twoBytes(0), ...twoBytes(0));
    return;
  }
  const values = typeof value === 'object' ? value : [value];
  values.forEach((each, index) => {
    bytes.push(tag);
    appendCounted(bytes, index === 0 ? encoded(name) : []);
    appendCounted(bytes, encoded(each));
  });
}

/** In a collection the name is a value of its own. */
function appendMember(bytes: number[], member: IppAttribute): void {
  bytes.push(valueTag.memberName, ...twoBytes(0));
  appendCounted(bytes, encoded(member.name));
  appendAttribute(bytes, { ...member, name: '' });
}

function appendCounted(bytes: number[], content: readonly number[]): void {
  if (content.length > longest) throw new RangeError('A value is too long for IPP');
  bytes.push(...twoBytes(content.length), ...content);
}

function encoded(value: number | boolean | string): number[] {
  if (typeof value === 'boolean') return [value ? 1 : 0];
  if (typeof value === 'number') return fourBytes(value);
  return [...new TextEncoder().encode(value)];
}

function twoBytes(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function fourBytes(value: number): number[] {
  return [(value >> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}
