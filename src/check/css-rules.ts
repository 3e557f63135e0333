/** Stylesheets and the shipped font families -> what in them would spoil the tagged PDF or print in a foreign font. */

import { type Diagnostic, errorAt, type Severity, warningAt } from '../domain/diagnostic.ts';
import { cssAddresses } from './css-addresses.ts';
import { contentProblem } from './css-content.ts';
import { foreignFamilies } from './css-families.ts';
import { type CssPiece, scanCss } from './css-scan.ts';
import type { Finding } from './finding.ts';

export interface StyleSheet {
  /** The path as a person knows it. */
  readonly name: string;
  readonly text: string;
}

/** All the sheets of one page together: one of them must give the @page its size. */
export function lintCss(sheets: readonly StyleSheet[], families: readonly string[]): Diagnostic[] {
  const scans = sheets.map((sheet) => ({ sheet, ...scanCss(sheet.text) }));
  const pieces = scans.flatMap((scan) => scan.pieces);
  const unclosed = scans
    .filter((scan) => !scan.complete)
    .map(({ sheet }) =>
      errorAt(
        { file: sheet.name },
        'css-syntax',
        'A block, string or comment of this stylesheet is never closed, or closed twice.',
        'Count the braces, quotes and */.',
      ),
    );
  const findings = scans.flatMap(({ sheet, pieces: own }) =>
    own.flatMap((piece) =>
      findingsIn(piece, pieces, families).map(({ severity, code, message, hint }) => {
        const place = { file: sheet.name, line: piece.line, column: piece.column };
        return (severity === 'error' ? errorAt : warningAt)(place, code, message, hint);
      }),
    ),
  );
  return [...unclosed, ...findings, ...pageSize(sheets, pieces)];
}

interface RatedFinding extends Finding {
  readonly severity: Severity;
}

function findingsIn(piece: CssPiece, all: readonly CssPiece[], families: readonly string[]): RatedFinding[] {
  if (piece.kind === 'block') return [];
  const findings = [forbidden(piece), address(piece)].filter((finding) => finding !== undefined);
  const content = contentProblem(piece);
  if (content !== undefined) findings.push({ severity: 'error', code: 'text-in-css', ...content });
  for (const family of foreignFamilies(piece, all, families)) {
    findings.push({
      severity: 'error',
      code: 'foreign-font',
      message: `The font "${family}" is not shipped, so another machine would print another page.`,
      hint: `Use ${families.map((name) => `"${name}"`).join(', ')}, and no generic name such as sans-serif.`,
    });
  }
  return findings;
}

/** Property (without vendor prefix) -> the values that do harm, and why. */
const FORBIDDEN: readonly (readonly [property: RegExp, value: RegExp, severity: Severity, hint: string])[] = [
  [/^clip-path$/, /^(?!none$)/, 'error', 'It paints the content twice in the PDF: crop the picture itself.'],
  [/^mask(?:-|$)/, /^(?!none$)/, 'error', 'It paints the content twice in the PDF: draw the shape as SVG.'],
  [/^clip$/, /^(?!auto$)/, 'error', 'Clipped text is lost in the PDF: print it, or use aria-label.'],
  [
    /^mix-blend-mode$/,
    /^(?!normal$)/,
    'error',
    'It moves the whole page into one object: use plain colours.',
  ],
  [/^(?:backdrop-)?filter$/, /^(?!none$)/, 'error', 'It turns text into a picture: use plain colours.'],
  [/^position$/, /^fixed$/, 'error', 'It is read aloud again on every page: use the margin boxes of @page.'],
  [
    /^opacity$/,
    /^(?!1$|100%$)/,
    'warning',
    'Use the solid colour that results, so that its contrast is known.',
  ],
  [/^font-style$/, /^(?:italic|oblique)/, 'warning', 'No italic font is shipped: use weight or colour.'],
  [
    /^font$/,
    /^(?!inherit$)/,
    'error',
    'Write font-family, font-size, font-weight and line-height one by one.',
  ],
];

function forbidden({ kind, property, text }: CssPiece): RatedFinding | undefined {
  if (kind === 'statement') {
    if (!/^@import\b/i.test(text)) return undefined;
    const hint = 'Add the sheet to the list of stylesheets: the page is printed without network and files.';
    return { severity: 'error', code: 'css-import', message: '@import loads nothing here.', hint };
  }
  const plain = property.replace(/^-(?:webkit|moz|ms)-/, '');
  const value = text.replace(/\s*!important$/i, '').toLowerCase();
  const rule = FORBIDDEN.find(([name, values]) => name.test(plain) && values.test(value));
  if (rule === undefined) return undefined;
  const [, , severity, hint] = rule;
  const message = `"${property}: ${value.slice(0, 40)}" does harm in a printed page.`;
  return { severity, code: 'forbidden-property', message, hint };
}

function address({ text }: CssPiece): RatedFinding | undefined {
  if (cssAddresses(text).every((found) => /^data:/i.test(found))) return undefined;
  return {
    severity: 'error',
    code: 'outside-address',
    message: 'There is an address that is not data:.',
    hint: 'The page is printed without network and without files: put the bytes into the sheet as data:.',
  };
}

function pageSize(sheets: readonly StyleSheet[], pieces: readonly CssPiece[]): Diagnostic[] {
  const sized = pieces.some(({ property, within }) => property === 'size' && within.at(-1) === '@page');
  if (sized) return [];
  return [
    errorAt(
      { file: sheets[0]?.name ?? 'stylesheets' },
      'page-size',
      'No stylesheet gives @page a size, so the browser would print on US Letter.',
      'Add @page { size: ... } without a selector.',
    ),
  ];
}
