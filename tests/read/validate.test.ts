import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { calendarDateSchema } from '../../src/domain/calendar-date.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { validate } from '../../src/read/validate.ts';
import { parseYaml } from '../../src/read/yaml-document.ts';

function check(schema: z.ZodType, text: string): readonly Diagnostic[] {
  const yaml = parseYaml({ name: 'a.yaml', text });
  if (!yaml.ok) throw new Error(yaml.diagnostics[0]?.message);
  return validate(schema, yaml.value).diagnostics;
}

/** `line:column message | hint` of each diagnostic. */
function told(schema: z.ZodType, text: string): string[] {
  return check(schema, text).map((one) => `${one.line}:${one.column} ${one.message} | ${one.hint ?? ''}`);
}

const profile = z.strictObject({
  patient: z.strictObject({ name: z.string().max(10).optional(), birthDate: calendarDateSchema }),
  language: z.enum(['en', 'es']).optional(),
  topics: z.array(z.string().min(1)).min(1),
});

test('what fits comes out typed', () => {
  const yaml = parseYaml({ name: 'a', text: 'a: 1\n' });
  const outcome = yaml.ok
    ? validate(z.strictObject({ a: z.number(), b: z.number().default(2) }), yaml.value)
    : yaml;
  expect(outcome.ok && outcome.value).toEqual({ a: 1, b: 2 });
});

test('everything that is wrong is told at once, in order of place', () => {
  const text =
    'patient:\n  name: Wolfeschlegelstein\n  birthDate: 1961-13-02\nlanguage: fr\ntopics: a\nsize: 3\n';
  expect(check(profile, text).map((one) => `${one.line}:${one.column} ${one.code}`)).toEqual([
    '2:9 too-long',
    '3:14 bad-date',
    '4:11 not-allowed',
    '5:9 wrong-type',
    '6:1 unknown-key',
  ]);
});

test('a value from a profile is never told', () => {
  const text =
    'patient: {name: [Zyx], birthDate: 1961-13-02}\nlanguage: Zyx\ntopics: [{Zyx: 5}]\nZyx Wvu: Zyx\n';
  const all = check(profile, text);
  expect(all).toHaveLength(5);
  for (const one of all) expect(`${one.message} ${one.hint}`).not.toMatch(/Zyx|1961|13-02/);
});

describe('keys', () => {
  test('a typo is one mistake, with the key that was meant', () => {
    expect(told(profile, 'patinet: {}\ntopics: [a]\npatient:\n  birth_date: 2000-01-01\n')).toEqual([
      '1:1 The key `patinet` is not known | Did you mean `patient`?',
      '4:3 The key `birth_date` is not known in `patient` | Did you mean `birthDate`?',
    ]);
  });
  test('a key far from all comes with those that are known', () => {
    expect(
      told(z.strictObject({ a: z.string().optional(), b: z.string().optional() }), 'zebra: 1\n'),
    ).toEqual(['1:1 The key `zebra` is not known | Known here: `a` and `b`']);
  });
  test('a missing key is shown at the map that it is missing in', () => {
    expect(told(profile, 'patient:\n  name: A\n')).toEqual([
      '1:1 `patient.birthDate` is missing | Add a line `birthDate: ...`',
      '1:1 `topics` is missing | Add a line `topics: ...`',
    ]);
  });
  test('a key that does not fit the form of the keys', () => {
    const schema = z.record(z.string().regex(/^[a-z]+$/, 'use small letters'), z.number());
    expect(told(schema, 'a: 1\nB: 2\n')).toEqual([
      '2:1 The key `B` is not of the form that is expected here | use small letters',
    ]);
  });
});

describe('kinds', () => {
  const schema = z.strictObject({
    text: z.string().optional(),
    list: z.array(z.strictObject({ when: z.string() })).optional(),
    whole: z.int().optional(),
    flag: z.boolean().optional(),
    answer: z.enum(['yes', 'no']).optional(),
    map: z.strictObject({}).optional(),
    either: z.union([z.string(), z.array(z.string())]).optional(),
  });
  test.each([
    [
      'text: 0.9',
      '1:7 `text` must be text, but is a number | Put it in quotes, so that it stays text: `text: "..."`',
    ],
    ['text:', '1:1 `text` is empty | Write a value, or remove the line if it may be left out'],
    [
      'list: [{when: 1}]',
      '1:15 `list[0].when` must be text, but is a number | Put it in quotes, so that it stays text: `when: "..."`',
    ],
    [
      'list: a',
      '1:7 `list` must be a list, but is text | Write each item on a line of its own that starts with `- `',
    ],
    ['whole: 1.5', '1:8 `whole` must be a whole number | '],
    ['whole: "1"', '1:8 `whole` must be a number, but is text | Remove the quotes'],
    ['flag: yes', '1:7 `flag` must be `true` or `false`, but is text | Write true or false, without quotes'],
    ['answer: true', '1:9 `answer` must be `yes` or `no` | Write yes or no instead of true or false'],
    [
      'map: [a]',
      '1:6 `map` must be a map (`key: value` lines), but is a list | Remove the dashes: write `key: value` lines',
    ],
    [
      'either: 3',
      '1:9 `either` must be text or a list, but is a number | Put it in quotes, so that it stays text: `either: "..."`',
    ],
  ])('%s', (text, expected) => {
    expect(told(schema, `${text}\n`)).toEqual([expected]);
  });
});

test('only a schema with `echo` lets a value be told', () => {
  const words = z.enum(['walk', 'rest']);
  const schema = z.strictObject({ open: words.meta({ echo: true }), closed: words });
  expect(told(schema, 'open: wlk\nclosed: wlk\n')).toEqual([
    '1:7 `open` must be `walk` or `rest`, not `wlk` | Did you mean `walk`?',
    '2:9 `closed` must be `walk` or `rest` | Did you mean `walk`?',
  ]);
});

test("a schema's own message passes through, with the field's name", () => {
  const schema = z.strictObject({
    a: z.string().max(2, 'two letters are enough'),
    b: z
      .string()
      .refine(() => false, { error: '{field} is odd', params: { code: 'odd', hint: 'make it even' } }),
  });
  const all = check(schema, 'a: long\nb: x\n');
  expect(all.map((one) => one.message)).toEqual(['`a`: two letters are enough', '`b` is odd']);
  expect(all[1]).toMatchObject({ code: 'odd', hint: 'make it even', line: 2, column: 4 });
});

describe('a choice of forms is told by the form that comes closest', () => {
  const condition: z.ZodType<unknown> = z.lazy(() =>
    z.union([
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
      z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    ]),
  );
  const schema = z.strictObject({
    when: condition.optional(),
    shape: z
      .union([
        z.strictObject({ kind: z.literal('a'), x: z.number() }),
        z.strictObject({ kind: z.literal('b'), y: z.number() }),
      ])
      .optional(),
    review: z
      .discriminatedUnion('state', [
        z.strictObject({ state: z.literal('draft') }),
        z.strictObject({ state: z.literal('approved'), by: z.string() }),
      ])
      .optional(),
  });
  test.each([
    [
      'when: {any: [{age: 5}, {age: 6}, {not: 7}]}',
      ['1:20 `when.any[0].age`', '1:30 `when.any[1].age`', '1:40 `when.any[2].not`'],
    ],
    ['when: [a]', ['1:7 `when` must be a map']],
    ['shape: {kind: b, y: x}', ['1:21 `shape.y` must be a number']],
    ['shape: {kind: c, y: 1}', ['1:15 `shape.kind` must be `a` or `b`']],
    ['review: {state: aproved}', ['1:17 `review.state` must be `draft` or `approved`']],
    ['review: {by: me}', ['1:1 `review.state` is missing']],
  ])('%s', (text, expected) => {
    const all = told(schema, `${text}\n`);
    expect(all).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(all[index]?.slice(0, start.length)).toBe(start);
  });
});

test('a hundred diagnostics are enough', () => {
  const text = Array.from({ length: 5_000 }, (_, i) => `k${i}: 1`).join('\n');
  const all = check(z.strictObject({}), text);
  expect(all).toHaveLength(101);
  expect(all.at(-1)?.code).toBe('more-problems');
});
