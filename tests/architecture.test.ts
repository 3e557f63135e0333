/** Protects the house: floors, purity, no cycles, small files with a header, and a map of the house that is true. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cycleIn, importsOf, withoutComments } from './support/source-code.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const ceiling = 250;

/** Rooms (folders and single files of src/) by floor, from the ground up. */
const floors: readonly (readonly string[])[] = [
  ['domain'],
  [
    'read',
    'tailor',
    'draw',
    'render',
    'print',
    'finish',
    'deliver',
    'check',
    'fit',
    'readability',
    'appraise',
    'review',
    'ipp',
  ],
  ['pipeline.ts', 'settings.ts', 'batch', 'prove'],
  ['app'],
  ['web', 'queue'],
  ['cli'],
  ['bin.ts'],
];
const pureRooms = [
  'domain',
  'tailor',
  'draw',
  'render',
  'fit',
  'finish',
  'check',
  'prove',
  'readability',
  'appraise',
  'review',
];

const impure: readonly (readonly [string, RegExp])[] = [
  ['a module of Node', /['"]node:/],
  ['process', /(?<![\w.])process\s*[.[?]/],
  ['console', /(?<![\w.])console\s*[.[]/],
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(|\bperformance\b/],
  ['chance', /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/],
  ['the network', /(?<![\w.])fetch\s*\(|\bXMLHttpRequest\b/],
  ['a timer', /(?<![\w.])set(?:Timeout|Interval|Immediate)\s*\(/],
  ['globalThis', /\bglobalThis\b/],
];

interface SourceFile {
  /** From the root, such as `src/domain/level.ts`. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
}

const sources: readonly SourceFile[] = readdirSync(join(root, 'src'), {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const full = join(entry.parentPath, entry.name);
    const path = relative(root, full).replaceAll('\\', '/');
    return { path, room: path.split('/')[1] ?? '', text: readFileSync(full, 'utf8') };
  })
  .sort((a, b) => (a.path < b.path ? -1 : 1));

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
const isOwn = (from: string) => from.startsWith('.');
const resolved = (file: SourceFile, from: string) =>
  relative(root, join(root, dirname(file.path), from)).replaceAll('\\', '/');

describe('floors', () => {
  it('every room of src/ has one', () => {
    expect(sources.filter(({ room }) => floorOf(room) < 0).map(({ path }) => path)).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });

  it('imports go strictly down, types too, and rooms on one floor are strangers', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file.text)
        .filter(({ from }) => isOwn(from))
        .map(({ from }) => resolved(file, from))
        .filter((target) => {
          const room = target.split('/')[1] ?? '';
          return room !== file.room && !(floorOf(room) >= 0 && floorOf(room) < floorOf(file.room));
        })
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('own files are imported by the name they have', () => {
    const missing = sources.flatMap((file) =>
      importsOf(file.text)
        .filter(({ from }) => isOwn(from))
        .map(({ from }) => resolved(file, from))
        .filter((target) => !sources.some(({ path }) => path === target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('domain imports nothing but zod', () => {
    const packages = sources
      .filter(({ room }) => room === 'domain')
      .flatMap(({ text }) => importsOf(text).filter(({ from }) => !isOwn(from)));
    expect([...new Set(packages.map(({ from }) => from))]).toEqual(['zod']);
  });

  it('every form of import is seen', () => {
    const code = `import a from 'a';
import {
  type B,
  b,
} from './b.ts';
import type { C } from './c.ts';
export * from './d.ts';
export { e } from './e.ts';
import './f.ts';
// import g from './g.ts';
const h = await import('./h.ts');
const text = "from './i.ts'";`;
    expect(importsOf(code)).toEqual([
      { from: 'a', typeOnly: false },
      { from: './b.ts', typeOnly: false },
      { from: './c.ts', typeOnly: true },
      { from: './d.ts', typeOnly: false },
      { from: './e.ts', typeOnly: false },
      { from: './f.ts', typeOnly: false },
      { from: './h.ts', typeOnly: false },
    ]);
    const all = sources.flatMap(({ text }) => importsOf(text)).length;
    const naive = sources.flatMap(
      ({ text }) => text.match(/\bfrom '|^import '|\bimport\((?!pathToFileURL)/gm) ?? [],
    ).length;
    expect(all).toBe(naive);
  });

  it('no file imports itself by a detour', () => {
    const graph = new Map(
      sources.map((file) => [
        file.path,
        importsOf(file.text)
          .filter(({ from, typeOnly }) => isOwn(from) && !typeOnly)
          .map(({ from }) => resolved(file, from)),
      ]),
    );
    expect(cycleIn(graph)).toEqual([]);
  });
});

describe('purity', () => {
  it('pure rooms know no disk, network, clock, chance, console or environment', () => {
    const found = sources
      .filter(({ room }) => pureRooms.includes(room))
      .flatMap(({ path, room, text }) => {
        const code = withoutComments(text);
        const more = room === 'finish' ? [] : ([['Buffer', /(?<![\w.])Buffer\b/]] as const);
        return [...impure, ...more]
          .filter(([, trace]) => trace.test(code))
          .map(([name]) => `${path}: ${name}`);
      });
    expect(found).toEqual([]);
  });

  it('nothing writes to the console but through the terminal', () => {
    const found = sources.filter(({ text }) => /(?<![\w.])console\s*[.[]/.test(withoutComments(text)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ["import { readFileSync } from 'node:fs';", 'a module of Node'],
    ['const home = process.env.HOME;', 'process'],
    ["console.log('x');", 'console'],
    ['const now = Date.now();', 'the clock'],
    ['const now = new Date();', 'the clock'],
    ['const start = globalThis.performance.now();', 'the clock'],
    ['const luck = Math.random();', 'chance'],
    ["await fetch('x');", 'the network'],
  ])('the check sees %s', (code, name) => {
    const seen = impure.filter(([, trace]) => trace.test(withoutComments(code))).map(([each]) => each);
    expect(seen).toContain(name);
  });

  it('the check does not mind the same words in a comment, or a date that is given', () => {
    const code = withoutComments(
      "/** No console.log, no Date.now() */\nnew Date('2026-01-01'); // process.env",
    );
    expect(impure.filter(([, trace]) => trace.test(code))).toEqual([]);
  });
});

describe('files', () => {
  it(`have ${ceiling} lines at most`, () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > ceiling);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('start with one sentence that says what goes in and what comes out', () => {
    const bare = sources.filter(({ text }) => {
      const first = text.replace(/^#!.*\n/, '').split('\n')[0] ?? '';
      return !/^\/\*\* \S.*[.?!] \*\/$/.test(first);
    });
    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names only paths that exist', () => {
    expect(existsSync(join(root, 'ARCHITECTURE.md')), 'ARCHITECTURE.md is missing').toBe(true);
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const named = pathsIn(text);
    expect(named.length).toBeGreaterThan(10);
    const missing = named.filter(
      (path) => !existsSync(join(root, path)) && !existsSync(join(root, 'src', path)),
    );
    expect(missing).toEqual([]);
  });

  it('has a line for every room', () => {
    const text = existsSync(join(root, 'ARCHITECTURE.md'))
      ? readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
      : '';
    const rooms = [...new Set(sources.map(({ room }) => room))];
    expect(
      rooms.filter((room) => !new RegExp(`(?<![\\w-])${room.replace('.', '\\.')}(?![\\w-])`).test(text)),
    ).toEqual([]);
  });

  it('is read for paths in code marks, without placeholders', () => {
    const sample =
      'See `src/read/`, `package.json`, `topics/<id>/en.yaml`, `a b/c`, `any/all` and `--out x/`.';
    expect(pathsIn(sample)).toEqual(['src/read/', 'package.json', 'any/all']);
  });
});

/** Paths in code marks: a word with a slash or with the ending of a file; a placeholder or a glob is none. */
function pathsIn(markdown: string): string[] {
  const marked = [...markdown.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return marked.filter(
    (text) =>
      /^[\w.][\w./-]*$/.test(text) && (text.includes('/') || /\.(ts|md|json|ya?ml|hbs|css|mjs)$/.test(text)),
  );
}
