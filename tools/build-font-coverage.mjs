/** The installed font packages -> templates/fonts.json: each face, and the characters that it truly draws. `--check` only compares. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';

const ROOT = new URL('../', import.meta.url);
const CATALOGUE = new URL('templates/fonts.json', ROOT);

/** Families in order of preference; subsets in the order in which a character is looked for. */
const FAMILIES = [
  {
    name: 'Atkinson Hyperlegible Next',
    package: 'atkinson-hyperlegible-next',
    subsets: ['latin', 'latin-ext'],
    weights: [400, 600, 700, 800],
  },
  {
    name: 'Noto Sans',
    package: 'noto-sans',
    subsets: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'],
    weights: [400, 600, 700, 800],
  },
  { name: 'Noto Sans Math', package: 'noto-sans-math', subsets: ['latin'], weights: [400], symbols: true },
  {
    name: 'Noto Sans Symbols 2',
    package: 'noto-sans-symbols-2',
    subsets: ['symbols'],
    weights: [400],
    symbols: true,
  },
];

/** The symbol fonts hold stray letters, Arabic ones too, that they can't join into words: those don't count. */
const LETTER = /^[\p{L}\p{M}]$/u;
const SPACE = /^\p{Zs}$/u;
const NEVER_DRAWN = /^[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]$/u;

/** A cmap entry alone proves nothing: the glyph must have an outline, or be a space. */
function draws(font, codePoint, family) {
  const character = String.fromCodePoint(codePoint);
  if (family.symbols && LETTER.test(character)) return false;
  if (NEVER_DRAWN.test(character)) return false;
  const glyph = font.glyphForCodePoint(codePoint);
  if (glyph.id === 0) return false;
  return SPACE.test(character) || glyph.path.commands.length > 0;
}

function readFace(family, subset, weight) {
  const file = `@fontsource/${family.package}/files/${family.package}-${subset}-${weight}-normal.woff2`;
  const font = create(readFileSync(new URL(`node_modules/${file}`, ROOT)));
  const drawn = new Set(font.characterSet.filter((codePoint) => draws(font, codePoint, family)));
  return { weight, file, postscriptName: font.postscriptName, drawn };
}

function compact(codePoints) {
  const ranges = [];
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  const hex = (codePoint) => codePoint.toString(16).toUpperCase();
  return ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(' ');
}

function readSubset(family, subset) {
  const faces = family.weights.map((weight) => readFace(family, subset, weight));
  const [first, ...others] = faces.map((face) => face.drawn);
  const inEveryWeight = [...first].filter((codePoint) => others.every((drawn) => drawn.has(codePoint)));
  return {
    name: subset,
    coverage: compact(inEveryWeight),
    faces: faces.map(({ weight, file, postscriptName }) => ({ weight, file, postscriptName })),
  };
}

const catalogue = {
  families: FAMILIES.map((family) => ({
    name: family.name,
    subsets: family.subsets.map((subset) => readSubset(family, subset)),
  })),
};
const text = `${JSON.stringify(catalogue, null, 2)}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(CATALOGUE, 'utf8') !== text) {
    process.stderr.write(
      `${fileURLToPath(CATALOGUE)} is out of date: run node tools/build-font-coverage.mjs and review the difference.\n`,
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(CATALOGUE, text);
}
