import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/read/yaml-document.ts';

function parse(text: string, name = 'a.yaml') {
  return parseYaml({ name, text });
}

/** `line:column code` of each diagnostic. */
function told(text: string, name?: string): string[] {
  return parse(text, name).diagnostics.map((one) => `${one.line}:${one.column} ${one.code}`);
}

describe('the value and its places', () => {
  test('plain YAML 1.2: yes, no and dates stay text', () => {
    const outcome = parse('a: yes\nb: 2026-03-31\nc: [1, 0.5, true, ~]\n1: x\n');
    expect(outcome.ok && outcome.value.value).toEqual({
      a: 'yes',
      b: '2026-03-31',
      c: [1, 0.5, true, null],
      '1': 'x',
    });
  });

  test('every part has the place of its key and of its value', () => {
    const outcome = parse('a: &x\n  - b: one\n    c:\nd: *x\n');
    if (!outcome.ok) throw new Error('not read');
    const { place } = outcome.value;
    expect(place([])).toEqual({ file: 'a.yaml', line: 1, column: 1 });
    expect(place(['a', 0, 'b'])).toEqual({ file: 'a.yaml', line: 2, column: 8 });
    expect(place(['a', 0, 'b'], 'key')).toEqual({ file: 'a.yaml', line: 2, column: 5 });
    // Nothing is written there, so the key.
    expect(place(['a', 0, 'c'])).toEqual({ file: 'a.yaml', line: 3, column: 5 });
    // Through an alias to what it stands for; the alias itself where it is written.
    expect(place(['d', 0, 'b'])).toEqual({ file: 'a.yaml', line: 2, column: 8 });
    expect(place(['d'])).toEqual({ file: 'a.yaml', line: 4, column: 4 });
    // What is missing is missing in its map.
    expect(place(['d', 'no', 'such'])).toEqual({ file: 'a.yaml', line: 4, column: 1 });
  });

  test('places in a file with line breaks of Windows', () => {
    expect(told('a: 1\r\nb: 2\r\na: 3\r\n')).toEqual(['3:1 duplicate-key']);
  });
});

describe('what is not YAML', () => {
  test.each([
    ['a tab in the indentation', 'a:\n\tb: 1\n\tc: 2\n', ['2:1 tab-indent', '3:1 tab-indent']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3:1 duplicate-key']],
    ['a quote that stays open', 'a: 1\nb: "x\nc: [y]\n', ['2:4 unclosed-quote']],
    ['a quote closed by the next one', 'a:\n  b: "x\n  c: "y"\nd: 1\n', ['2:6 unclosed-quote']],
    ['a quote open in a list', "a:\n  - 'x\n  - y\n", ['2:5 unclosed-quote']],
    ['an apostrophe in single quotes', "a: 'it's so'\n", ['1:8 text-after-end']],
    ['a bracket that stays open', 'a: 1\nb: [x, y\nc: 1\n', ['2:4 unclosed-bracket']],
    ['indentation that fits nothing', 'a:\n  b: 1\n c: 2\nd: 1\n', ['3:1 bad-indent']],
    ['a line indented below a value', 'a: 1\n  b: 2\n', ['1:4 bad-indent']],
    ['a colon in a text', 'a: Note: rest\n', ['1:4 colon-in-text']],
    ['a line without a colon', 'a: 1\nfoo\nb: 2\n', ['2:1 missing-colon']],
    ['a list on the line of its key', 'a: - x\n', ['1:4 list-on-key-line']],
    ['bold text', 'a: **x** y\n', ['1:4 unknown-alias']],
    ['a reserved character', 'a: @x\nb: `y`\n', ['1:4 needs-quotes', '2:4 needs-quotes']],
    ['a Windows path', 'a: "C:\\q"\n', ['1:7 bad-escape']],
    ['two documents', 'a: 1\n---\nb: 1\n', ['2:1 several-documents']],
    [
      'a tag that would be code',
      'a: !!js/function "x"\nb: !foo {c: 1}\n',
      ['1:4 tag-refused', '2:4 tag-refused'],
    ],
    ['a tag of older YAML', 'a: !!binary aGk=\n', ['1:4 tag-refused']],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', ['3:3 merge-key']],
    ['a key that is a map', '? {a: 1}\n: 2\n', ['1:3 odd-key']],
    ['a prototype', '__proto__: {a: 1}\nb: {constructor: 1}\n', ['1:1 forbidden-key', '2:5 forbidden-key']],
    ['a list', '- a\n', ['1:1 not-a-map']],
    ['a letter', 'Dear Ann,\nhello\n', ['1:1 not-a-map']],
    ['nothing', '---\n', ['undefined:undefined empty-file']],
    ['a control character', 'a: "x\\0"\n', ['1:4 odd-character']],
  ])('%s', (_name, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('each diagnostic has a hint', () => {
    for (const one of parse('a:\n\tb: 1\na: "x\n').diagnostics) expect(one.hint).toBeTruthy();
  });

  test('a key that is no plain name is not told: it may be a patient', () => {
    expect(parse('Ann Smith: 1\nAnn Smith: 2\n').diagnostics[0]?.message).not.toContain('Ann');
    expect(parse('age: 1\nage: 2\n').diagnostics[0]?.message).toContain('`age`');
  });

  test('a polluting key leaves every object as it was', () => {
    parse('__proto__: {polluted: yes}\n');
    parse('{"__proto__": {"polluted": true}}', 'a.json');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('JSON', () => {
  test('with tabs, in a file of either name, with places', () => {
    const text = '{\n\t"a": {\n\t\t"b": "\\u00e9\\/"\n\t}\n}\n';
    for (const name of ['a.json', 'standard input']) {
      const outcome = parse(text, name);
      expect(outcome.ok && outcome.value.value).toEqual({ a: { b: '\u00e9/' } });
      expect(outcome.ok && outcome.value.place(['a', 'b'])).toMatchObject({ line: 3, column: 8 });
    }
  });

  test.each([
    ['a comma too many', '{\n "a": 1,\n}', '2:8 trailing-comma'],
    ['a comma too few', '{"a": 1\n "b": 2}', '2:2 missing-comma'],
    ['a comment', '{"a": 1 // x\n}', '1:9 comment'],
    ['single quotes', "{'a': 1}", '1:2 single-quote'],
    ['no quotes', '{a: 1}', '1:2 bad-json'],
    ['an open bracket', '{"a": [1, 2', '1:7 unclosed-bracket'],
    ['an open text', '{"a": "x\n}', '1:7 bad-text'],
    ['more after the end', '{"a": 1}\nx', '2:1 text-after-end'],
    ['a key twice', '{"a": 1,\n "a": 2}', '2:2 duplicate-key'],
  ])('%s', (_name, text, expected) => {
    expect(told(text, 'a.json')).toEqual([expected]);
  });

  test('whatever JSON.parse accepts and rejects, so do we, with the same value', () => {
    const json = fc.object({ maxDepth: 4, withNullPrototype: false, key: fc.stringMatching(/^[a-z]{1,4}$/) });
    const plain = fc.record({
      value: fc.jsonValue({ maxDepth: 4 }),
      more: json,
      indent: fc.constantFrom(0, 2, '\t'),
    });
    fc.assert(
      fc.property(plain, ({ value, more, indent }) => {
        const text = JSON.stringify({ value, more }, null, indent);
        const isPlain = !/__proto__|constructor|prototype|"<<"|"":|\\u00|\\[bf]|[\u007f-\u009f]|\\ud/.test(
          text,
        );
        fc.pre(isPlain);
        const outcome = parse(text, 'a.json');
        expect(outcome.diagnostics).toEqual([]);
        expect(outcome.ok && JSON.stringify(outcome.value.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
    fc.assert(
      fc.property(fc.nat(30), fc.constantFrom(...'{}[],:"1 ax\\'), (at, sign) => {
        const whole = '{"a": [1, {"b": "c"}, null], "d": -1.5e3}';
        const text = whole.slice(0, at) + sign + whole.slice(at + 1);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const isFound = parse(text, 'a.json').diagnostics.some((one) => one.code !== 'duplicate-key');
        expect(isFound).toBe(!isJson);
      }),
    );
  });
});

describe('a hostile file is refused quickly', () => {
  const laughs = (width: number, levels: number) =>
    `a0: &a0 [x]\n${Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(width).fill(`*a${i}`).join(', ')}]\n`).join('')}`;
  test.each([
    ['a billion laughs', laughs(9, 10), 'too-many-aliases'],
    ['few aliases, many values', laughs(2, 25), 'too-much'],
    ['an alias to itself', 'a: &a [*a]\n', 'circular-alias'],
    ['10,000 brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'too-deep'],
    ['10,000 dashes', `${'- '.repeat(10_000)}x`, 'too-deep'],
    ['10,000 brackets that stay open', '{'.repeat(10_000), 'too-deep'],
    ['400,000 commas', `a: [${','.repeat(400_000)}]`, 'too-much'],
    ['9,000 open quotes', "a: 'b\n".repeat(9_000), 'unclosed-quote'],
  ])('%s', (_name, text, code) => {
    const start = performance.now();
    expect(parse(text).diagnostics[0]?.code).toBe(code);
    // Each took minutes, or all memory, without its bound.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('a deep JSON file', () => {
    expect(told(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'a.json')[0]).toContain('too-deep');
  });

  test('thousands of keys are read in reasonable time', () => {
    const start = performance.now();
    expect(parse(Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('no more than a hundred diagnostics, and a word that there are more', () => {
    const { diagnostics } = parse('a: 1\n'.repeat(1_000));
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)?.code).toBe('more-problems');
  });
});

test('no damage to a profile makes it throw or tell what is in it', () => {
  const profile =
    'patient:\n  name: "Zyxwv Qrstu"\n  born: 1961-02-13\ntopics:\n  - Zyxwv\nnotes: >\n  Qrstu\n';
  fc.assert(
    fc.property(fc.nat(profile.length), fc.nat(3), fc.string({ maxLength: 3 }), (at, cut, extra) => {
      const { diagnostics } = parse(profile.slice(0, at) + extra + profile.slice(at + cut));
      for (const one of diagnostics) {
        expect(`${one.message} ${one.hint}`).not.toMatch(/Zyx|Qrs|1961/);
      }
    }),
    { numRuns: 2_000 },
  );
});
