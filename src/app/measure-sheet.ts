/** The HTML of a sheet and a page to look at it in -> its measurements; only pieces that no sheet before had are loaded. */

import type { Paper } from '../domain/clinic.ts';
import { compose } from '../fit/compose.ts';
import { measureBoxes } from '../fit/measure-boxes.ts';
import { measureMoves } from '../fit/measure-moves.ts';
import { measurePieces } from '../fit/measure-pieces.ts';
import type { Column, Measurements } from '../fit/measurements.ts';
import type { PiecesMeasured, PiecesRequest } from '../fit/piece-measures.ts';
import { piecesRequest } from '../fit/reliefs.ts';
import { onlyFilled, type Piece, piecesOf, type SheetPieces } from '../fit/sheet-pieces.ts';
import type { PrintDocument } from '../print/print-document.ts';
import type { PageKit } from './kit.ts';
import { type KnownPiece, pieceMemory } from './known-pieces.ts';

export interface SheetToMeasure {
  readonly html: string;
  readonly paper: Paper;
  readonly page: PageKit;
  /** Ids of the blocks that may be left out. */
  readonly droppable: readonly string[];
  /** With the reliefs that only lists of signs need which nothing else brings onto page 1. */
  readonly lastResorts: boolean;
}

/** A piece measures the same on every sheet: what is known gives the same as what is measured. */
export async function measureSheet(document: PrintDocument, sheet: SheetToMeasure): Promise<Measurements> {
  // Under a clinic's own styles a piece may measure otherwise beside other pieces: then each sheet is measured whole.
  const pieces = sheet.page.shipped ? piecesOf(sheet.html) : undefined;
  const request = piecesRequest(sheet.paper, sheet.droppable, sheet.lastResorts);
  const composed = pieces && (await fromPieces(document, sheet, pieces, request));
  if (composed !== undefined) return composed;
  await document.load(sheet.html);
  const { pieces: measured, frames, above } = await document.evaluate(measurePieces, request);
  const boxes = await document.evaluate(measureBoxes, request);
  const moves = await document.evaluate(measureMoves, request.liveWidth);
  return compose({
    pieces: mapColumns(measured, (each) => each.filter((one) => one !== null)),
    frames,
    boxes,
    moves,
    above,
  });
}

/** Nothing when the page finds other pieces than the text of the sheet showed. */
async function fromPieces(
  document: PrintDocument,
  sheet: SheetToMeasure,
  pieces: SheetPieces,
  request: PiecesRequest,
): Promise<Measurements | undefined> {
  const { html, paper, lastResorts, droppable } = sheet;
  const memory = pieceMemory(sheet.page, html, JSON.stringify([paper, lastResorts, droppable]));
  const known = new Map<Piece, KnownPiece>();
  for (const piece of Object.values(pieces).flat()) {
    const found = memory.recall(piece);
    if (found !== undefined) known.set(piece, found);
  }
  const unknown = Object.values(pieces)
    .flat()
    .filter((piece) => !known.has(piece));
  let { frames } = memory;
  if (unknown.length > 0 || frames === undefined) {
    // On later sides parts are tried that stand on side two at first: there all has to be in its place.
    const whole = pieces.later.length > 0;
    await document.load(whole ? html : onlyFilled(html, pieces, new Set(unknown)));
    const asked = mapColumns(pieces, (each) => each.map((piece) => !known.has(piece)));
    const measured: PiecesMeasured = await document.evaluate(measurePieces, { ...request, asked });
    for (const [column, each] of Object.entries(pieces) as [Column, readonly Piece[]][])
      if (measured.pieces[column].length !== each.length) return undefined;
    for (const [column, each] of Object.entries(pieces) as [Column, readonly Piece[]][])
      for (const [index, piece] of each.entries()) {
        const measure = measured.pieces[column][index] ?? undefined;
        if (measure === undefined) continue;
        const boxes = measure.holdsBoxes ? await document.evaluate(measureBoxes, request) : [];
        const withMoves = piece.startTag.includes('data-side="4"');
        const moves = withMoves ? await document.evaluate(measureMoves, request.liveWidth) : [];
        known.set(piece, { measure, boxes, moves });
        memory.learn(piece, { measure, boxes, moves });
      }
    frames ??= measured.frames;
    memory.frames = frames;
  }
  const all = [...known.values()];
  return compose({
    pieces: mapColumns(pieces, (each) => each.flatMap((piece) => known.get(piece)?.measure ?? [])),
    frames,
    boxes: all.flatMap(({ boxes }) => boxes),
    moves: all.flatMap(({ moves }) => moves),
  });
}

function mapColumns<A, B>(columns: Readonly<Record<Column, A>>, to: (each: A) => B): Record<Column, B> {
  return {
    'side-one': to(columns['side-one']),
    wide: to(columns.wide),
    rail: to(columns.rail),
    later: to(columns.later),
  };
}
