/** A page that holds several handouts -> the block with which page 2 of each begins is marked, where side one flows on. */

/** Types of Node know nothing of the page. */
interface MarkedNode {
  readonly children: Iterable<MarkedNode>;
  readonly classList: { add(name: string): void };
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
  querySelector(selector: string): MarkedNode | null;
}
declare const document: {
  readonly fonts: { readonly ready: Promise<unknown> };
  querySelectorAll(selector: string): Iterable<MarkedNode>;
};

/** Runs inside the page, and must not refer to anything outside itself. `data-first-page`: its height in mm. */
export async function markPageTwo(): Promise<void> {
  await document.fonts.ready;
  for (const sheet of document.querySelectorAll('[data-first-page]')) {
    const side = sheet.querySelector('[data-side="1"]');
    if (side === null) continue;
    const { top } = side.getBoundingClientRect();
    const height = (Number(sheet.getAttribute('data-first-page')) * 96) / 25.4;
    for (const block of side.children) {
      if (block.getBoundingClientRect().bottom - top <= height) continue;
      block.classList.add('from-page-two');
      break;
    }
  }
}
