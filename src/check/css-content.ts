/** A declaration -> why its `content` would be painted but never read aloud. */

import type { CssPiece } from './css-scan.ts';

const EMPTY = /^(?:""|''|none|normal)$/i;
const MARGIN_BOX = /^@(?:top|bottom|left|right)-/i;
/** In a margin box: texts and page counters; what else CSS promises prints nothing. */
const TEXT_AND_COUNTERS =
  /^(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|counters?\([^()]*\)|var\([^()]*\)|\s)+$/i;

export function contentProblem(piece: CssPiece): { message: string; hint: string } | undefined {
  if (piece.property !== 'content') return undefined;
  const value = piece.text.replace(/\s*!important$/i, '');
  if (EMPTY.test(value)) return undefined;
  const inMarginBox =
    MARGIN_BOX.test(piece.within.at(-1) ?? '') && piece.within.some((prelude) => /^@page\b/i.test(prelude));
  if (!inMarginBox) {
    return {
      message: 'The content property puts text onto the page that the PDF does not tag.',
      hint: "Write the text in the template; only content: '' for decoration is allowed here.",
    };
  }
  if (TEXT_AND_COUNTERS.test(value)) return undefined;
  return {
    message: 'A margin box prints only texts, counter(page) and counter(pages).',
    hint: 'Browsers drop target-counter(), string(), element() and leader() without a word.',
  };
}
