/** The sheet in the browser, in print media -> how far down its first page the warning boxes reach, in mm. */

import type { PageDocument } from './page-node.ts';

declare const document: PageDocument;

/** Runs inside the page and must not refer to anything outside itself. Nothing when no boxes are found. */
export function footOfSigns(liveWidth: number): number | null {
  const { body } = document;
  const boxes = document.querySelector('[data-part="sign-boxes"]');
  if (boxes === null) return null;
  body.style.width = `${liveWidth}mm`;
  const { top, height } = boxes.getBoundingClientRect();
  const foot = ((top + height - body.getBoundingClientRect().top) * 25.4) / 96;
  body.style.width = '';
  return foot;
}
