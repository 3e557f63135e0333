/** A handout's PDF, its marks and its parts -> where each stands on the pictures of the pages, for browsers without scripts. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from '../../settings.ts';
import { type PageText, pageTexts } from '../page-texts.ts';
import type { RowModel } from './preview-model.ts';

interface Wanted {
  readonly id: string;
  readonly begins: readonly string[];
  readonly length: number;
  readonly after: boolean;
}

interface Place {
  readonly page: number;
  readonly first: number;
  /** It stands in the column at the end of the page. */
  readonly end: boolean;
}

/** One file finds them, here and in the browser: our own, never one from a clinic's templates. */
interface BlockFinder {
  findBlocks(pages: readonly PageText[], wanted: readonly Wanted[]): ReadonlyMap<string, Place>;
  /** Moves heights apart. */
  spread(wanted: readonly number[], apart: number, lowest: number): readonly number[];
}

export interface PictureMark {
  readonly id: string;
  readonly label: string;
  readonly picture: string;
  readonly x: number;
  readonly y: number;
}

export interface PictureModel {
  readonly number: number;
  readonly height: number;
  readonly marks: readonly PictureMark[];
}

/** The width that heights and places count in. */
const pictureWidth = 400;
const markSize = 24;

export interface Pictured {
  readonly pictures: readonly PictureModel[];
  /** Part id to its page. */
  readonly pageOf: ReadonlyMap<string, number>;
}

export async function pictureMarks(
  settings: Settings,
  pdf: Uint8Array,
  rows: readonly RowModel[],
  parts: readonly RowModel[],
): Promise<Pictured> {
  const file = join(settings.home, 'templates', 'desk', 'assets', 'find-blocks.js');
  const [{ findBlocks, spread }, texts] = await Promise.all([
    import(pathToFileURL(file).href) as Promise<BlockFinder>,
    pageTexts(pdf),
  ]);
  const found = findBlocks(texts, rows.map(wanted));
  const pageOf = new Map([...findBlocks(texts, parts.map(wanted))].map(([id, { page }]) => [id, page]));
  const pictures = texts.map(({ width, height }, index) => {
    const high = (pictureWidth / width) * height;
    const here = rows
      .flatMap((row) => {
        const at = found.get(row.id);
        return at?.page === index + 1 ? [{ row, at }] : [];
      })
      .sort((a, b) => a.at.first - b.at.first);
    const marks = [false, true].flatMap((end) => {
      const side = here.filter(({ at }) => at.end === end);
      const tops = spread(
        side.map(({ at }) => at.first * high - 4),
        markSize + 3,
        high - markSize - 4,
      );
      return side.map(
        ({ row }, place): PictureMark => ({
          id: row.id,
          label: row.label,
          picture: row.icon,
          x: end ? pictureWidth - markSize - 2 : 2,
          y: Math.round(tops[place] ?? 0),
        }),
      );
    });
    return { number: index + 1, height: Math.round(high), marks };
  });
  return { pictures, pageOf };
}

function wanted({ id, begins, letters, after }: RowModel): Wanted {
  return { id, begins: JSON.parse(begins) as string[], length: letters, after: after === true };
}
