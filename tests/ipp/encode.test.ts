/** Protects the bytes that printers get: as RFC 8010 has them, one by one. */

import { expect, it } from 'vitest';
import { encodeRequest } from '../../src/ipp/encode.ts';
import { attribute, groupTag } from '../../src/ipp/message.ts';

it('a request, byte by byte', () => {
  const bytes = encodeRequest({
    version: [2, 0],
    operation: 0x000b,
    requestId: 0x01020304,
    groups: [
      {
        tag: groupTag.operation,
        attributes: [
          attribute.charset('attributes-charset', 'utf-8'),
          attribute.keyword('requested-attributes', ['media', 'sides']),
        ],
      },
      {
        tag: groupTag.job,
        attributes: [attribute.integer('copies', 300), attribute.boolean('ipp-attribute-fidelity', true)],
      },
    ],
  });
  const hex = Buffer.from(bytes).toString('hex');
  const text = (word: string) =>
    `${word.length.toString(16).padStart(4, '0')}${Buffer.from(word).toString('hex')}`;
  expect(hex).toBe(
    [
      '0200000b01020304',
      `0147${text('attributes-charset')}${text('utf-8')}`,
      `44${text('requested-attributes')}${text('media')}`,
      `440000${text('sides')}`,
      `0221${text('copies')}00040000012c`,
      `22${text('ipp-attribute-fidelity')}000101`,
      '03',
    ].join(''),
  );
});

it('a collection: each name is a value of its own, and an end stands at the end', () => {
  const size = attribute.collection('media-size', [attribute.integer('x', 1)]);
  const bytes = encodeRequest({
    version: [2, 0],
    operation: 2,
    requestId: 1,
    groups: [
      {
        tag: groupTag.job,
        attributes: [attribute.collection('media-col', [size, attribute.keyword('media-source', 'main')])],
      },
    ],
  });
  const text = (word: string) =>
    `${word.length.toString(16).padStart(4, '0')}${Buffer.from(word).toString('hex')}`;
  expect(Buffer.from(bytes).toString('hex')).toBe(
    [
      '020000020000000102',
      `34${text('media-col')}0000`,
      `4a0000${text('media-size')}3400000000`,
      `4a0000${text('x')}210000000400000001`,
      '3700000000',
      `4a0000${text('media-source')}440000${text('main')}`,
      '3700000000',
      '03',
    ].join(''),
  );
});

it('characters are counted as bytes, and what no length can tell is refused', () => {
  const request = (value: string) =>
    encodeRequest({
      version: [1, 1],
      operation: 2,
      requestId: 1,
      groups: [{ tag: groupTag.operation, attributes: [attribute.name('n', value)] }],
    });
  expect(Buffer.from(request('é')).toString('hex')).toContain('4200016e0002c3a9');
  expect(() => request('x'.repeat(70_000))).toThrow(RangeError);
});
