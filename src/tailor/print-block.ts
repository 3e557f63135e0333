/** A block that is shown and its words -> the block as it is printed. */

import type { Line, PrintedBlock } from '../domain/handout.ts';
import type { Block } from '../domain/topic.ts';
import type { LevelDecision } from '../domain/trace.ts';
import { sourceLanguage } from '../domain/translation.ts';
import { reasonLines } from './reason-lines.ts';
import { fillTerms, lineOf } from './text.ts';
import type { Wording } from './wording.ts';

export interface BlockExtras {
  /** The level of the block's resource, with its reasons. */
  readonly decided?: LevelDecision | undefined;
  /** True for pills: what is not known is named. */
  readonly nameUnknown?: boolean;
  readonly says?: { readonly lead: string; readonly text: string } | undefined;
  readonly number?: number;
}

export function printBlock(block: Block, wording: Wording, extras: BlockExtras = {}): PrintedBlock {
  const text = wording.text(block.id);
  const lines = (texts: readonly string[] | undefined): Line[] =>
    (texts ?? []).map((each) => lineOf(each, wording.terms));
  const icon = wording.icon(block.icon);
  const { decided, says, number } = extras;
  const reasoned = decided !== undefined && block.level !== undefined && block.level !== 'ok';
  return {
    id: block.id,
    ...(text.title === undefined ? {} : { title: fillTerms(text.title, wording.terms) }),
    paragraphs: lines(typeof text.text === 'string' ? [text.text] : text.text),
    items: lines(text.items),
    steps: lines(text.steps),
    figures: block.figures.flatMap((id, index) =>
      printedFigure(id, captionsOf(text.captions ?? [], index, block.figures.length), wording),
    ),
    ...(icon === undefined ? {} : { icon }),
    ...(block.level === undefined ? {} : { level: block.level }),
    reasons: reasoned ? reasonLines(decided, wording.shared, extras.nameUnknown === true) : [],
    ...(says === undefined ? {} : { says }),
    ...(number === undefined ? {} : { number }),
    ...markOf(block.id, wording),
  };
}

/** A part without a translation is printed in the source language, and says so. */
export function markOf(blockId: string, wording: Wording): Pick<PrintedBlock, 'mark' | 'language'> {
  const mark = wording.mark(blockId);
  const { mark_missing: missing, mark_stale: stale } = wording.shared.labels;
  if (mark === undefined) return {};
  return mark === 'stale' ? { mark: stale } : { mark: missing, language: sourceLanguage };
}

/** One caption for each figure; several for a single figure stand under its frames. */
function captionsOf(captions: readonly string[], index: number, figures: number): readonly string[] {
  if (figures === 1) return captions;
  const own = captions[index];
  return own === undefined ? [] : [own];
}

function printedFigure(id: string, captions: readonly string[], wording: Wording): PrintedBlock['figures'] {
  const drawing = wording.drawings.get(id);
  const alt = wording.shared.figures[id];
  if (drawing === undefined || alt === undefined) return [];
  return [
    {
      drawing: { ...drawing, shapes: drawing.shapes.map((shape) => ({ ...shape })) },
      alt,
      ...captioned(captions.map((caption) => lineOf(caption, wording.terms))),
    },
  ];
}

function captioned(lines: readonly Line[]): { caption?: Line; captions?: Line[] } {
  const [only] = lines;
  if (only === undefined) return {};
  return lines.length === 1 ? { caption: only } : { captions: [...lines] };
}
