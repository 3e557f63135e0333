/** Sheets whose pieces were measured -> what is known of the pieces of the next sheet, which shares most of them. */

import { createHash } from 'node:crypto';
import type { SheetMeasures } from '../fit/compose.ts';
import type { MoveMeasure } from '../fit/measurements.ts';
import type { BoxesState, PieceMeasure, PiecesMeasured } from '../fit/piece-measures.ts';
import type { Piece } from '../fit/sheet-pieces.ts';
import type { PageKit } from './kit.ts';

/** Each piece takes some hundred bytes; names make some of them unlike all others, so the oldest go. */
const mostKept = 5_000;

/** All that was measured of one piece. */
export interface KnownPiece {
  readonly measure: PieceMeasure;
  /** Of the one that holds the warning boxes. */
  readonly boxes: readonly BoxesState[];
  /** Of the page of moves. */
  readonly moves: readonly MoveMeasure[];
}

export interface PieceMemory {
  recall(piece: Piece): KnownPiece | undefined;
  learn(piece: Piece, known: KnownPiece): void;
  frames: SheetMeasures['frames'] | undefined;
}

interface Kept {
  readonly pieces: Map<string, KnownPiece>;
  readonly frames: Map<string, PiecesMeasured['frames']>;
}

const memories = new WeakMap<PageKit, Kept>();

/** A piece's height follows from its own markup, its neighbours' tags, the styles, the classes of the body and the paper. */
export function pieceMemory(page: PageKit, html: string, around: string): PieceMemory {
  const kept = memories.get(page) ?? { pieces: new Map(), frames: new Map() };
  memories.set(page, kept);
  const [body = ''] = /<body[^>]*>/.exec(html) ?? [];
  const sheet = hash(around, html.slice(0, html.indexOf('</style>')), body);
  const keyOf = (piece: Piece) => hash(sheet, piece.place, piece.html);
  return {
    recall: (piece) => {
      const key = keyOf(piece);
      const known = kept.pieces.get(key);
      if (known === undefined) return undefined;
      // Used again: the youngest once more.
      kept.pieces.delete(key);
      kept.pieces.set(key, known);
      return known;
    },
    learn: (piece, known) => {
      kept.pieces.set(keyOf(piece), known);
      for (const oldest of kept.pieces.keys()) {
        if (kept.pieces.size <= mostKept) break;
        kept.pieces.delete(oldest);
      }
    },
    get frames() {
      return kept.frames.get(sheet);
    },
    set frames(frames) {
      if (frames !== undefined) kept.frames.set(sheet, frames);
    },
  };
}

/** Nothing of a patient is kept: of the words only a hash. */
function hash(...parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('base64');
}
