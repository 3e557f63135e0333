/** The HTML of a sheet -> the pieces that its columns consist of, and the sheet with only some of them filled. */

import type { Column } from './measurements.ts';

export interface Piece {
  /** The element, from its start tag to its end tag. */
  readonly html: string;
  /** Where it stands, the start tags of its column's pieces and of the later sides: what else decides how it measures. */
  readonly place: string;
  readonly startTag: string;
  readonly endTag: string;
  /** In the HTML of the sheet. */
  readonly start: number;
}

export type SheetPieces = Readonly<Record<Column, readonly Piece[]>>;

/** The margins of an empty element would fall together with its neighbour's. */
const PLACEHOLDER = '.';

/** Elements that have no end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Nothing when the sheet is not built of such columns, or its tags don't match: then nothing is taken as known. */
export function piecesOf(html: string): SheetPieces | undefined {
  const one = columnAt(html, html.indexOf('data-side="1"'));
  const wide = columnAt(html, html.indexOf('data-column="wide"'));
  const rail = columnAt(html, html.indexOf('data-column="rail"'));
  if (one === undefined || wide === undefined || rail === undefined) return undefined;
  const later: Unplaced[] = [];
  for (const side of ['data-side="3"', 'data-side="4"']) {
    const at = html.indexOf(side);
    if (at < 0) continue;
    const start = html.lastIndexOf('<', at);
    const end = elementEnd(html, start, () => undefined);
    if (end === undefined) return undefined;
    later.push(pieceOf(html, start, end));
  }
  const sides = later.map(({ startTag }) => startTag).join('');
  return {
    'side-one': placed(one, sides),
    wide: placed(wide, sides),
    rail: placed(rail, sides),
    later: placed(later, sides),
  };
}

/** The sheet with only these pieces filled: of all others the element stays, with next to nothing in it, for styles that ask for neighbours. */
export function onlyFilled(html: string, pieces: SheetPieces, filled: ReadonlySet<Piece>): string {
  const emptied = Object.values(pieces)
    .flat()
    .filter((piece) => !filled.has(piece))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  const kept = emptied.flatMap((piece) => {
    const before = html.slice(at, piece.start);
    at = piece.start + piece.html.length;
    return [before, piece.startTag, PLACEHOLDER, piece.endTag];
  });
  return [...kept, html.slice(at)].join('');
}

type Unplaced = Omit<Piece, 'place'>;

function placed(pieces: readonly Unplaced[], sides: string): Piece[] {
  const tags = pieces.map(({ startTag }) => startTag).join('');
  return pieces.map((piece, index) => ({ ...piece, place: `${index} ${tags} ${sides}` }));
}

function columnAt(html: string, attribute: number): Unplaced[] | undefined {
  if (attribute < 0) return undefined;
  const pieces: Unplaced[] = [];
  const end = elementEnd(html, html.lastIndexOf('<', attribute), (start, after) => {
    pieces.push(pieceOf(html, start, after));
  });
  return end === undefined ? undefined : pieces;
}

function pieceOf(html: string, start: number, end: number): Unplaced {
  const element = html.slice(start, end);
  return {
    html: element,
    startTag: element.slice(0, element.indexOf('>') + 1),
    endTag: element.slice(element.lastIndexOf('<')),
    start,
  };
}

/** Where the element ends that begins at `start`; tells of each of its children where it begins and ends. */
function elementEnd(
  html: string,
  start: number,
  child: (start: number, end: number) => void,
): number | undefined {
  const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/g;
  tag.lastIndex = start;
  const open: string[] = [];
  let childStart = start;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const [, close, name = '', self] = found;
    if (name === '' || (close === '' && (self === '/' || VOID.test(name)))) continue;
    if (close === '') {
      if (open.length === 1) childStart = found.index;
      open.push(name);
      continue;
    }
    if (open.pop() !== name) return undefined;
    if (open.length === 1) child(childStart, tag.lastIndex);
    if (open.length === 0) return tag.lastIndex;
  }
  return undefined;
}
