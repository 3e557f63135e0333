/** The PDF that was just made -> its pages drawn side by side, with a mark in the margin beside each part that is this patient's. */

import { findBlocks, spread } from '/assets/find-blocks.js';

const library = import('/lib/pdfjs/pdf.min.mjs').then((pdfjs) => {
  pdfjs.GlobalWorkerOptions.workerSrc = '/lib/pdfjs/pdf.worker.min.mjs';
  return { pdfjs, worker: new pdfjs.PDFWorker() };
});

let present = '';
let open;

/** Draws all pages out of sight and swaps them at once. False when they are there already, or gone. */
export async function showPages(place) {
  const { id } = place.dataset;
  if (id === undefined || id === present) return false;
  present = id;
  const { pdfjs, worker } = await library;
  const loading = pdfjs.getDocument({
    url: `/made/${id}/pages.pdf`,
    worker,
    disableRange: true,
    verbosity: 0,
  });
  const document_ = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: document_.numPages }, (_, index) => document_.getPage(index + 1)),
  );
  const sheets = await Promise.all(
    pages.map((page, index) => drawn(page, index + 1, widthOf(place), place.dataset.label)),
  );
  if (present !== id) {
    loading.destroy();
    return false;
  }
  place.replaceChildren(...sheets);
  const texts = await Promise.all(pages.map(textOf));
  open?.destroy();
  open = loading;
  return present === id ? texts : false;
}

/** The pages are another patient's, or none. */
export function forgetPages() {
  present = '';
}

function widthOf(place) {
  const room = place.clientWidth - 64;
  return Math.min(640, Math.max(320, room > 760 ? room / 2 : room));
}

async function drawn(page, number, width, label) {
  const base = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width / base.width) * Math.min(2, devicePixelRatio || 1) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label.replace('{n}', number));
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport, intent: 'print' }).promise;
  const sheet = document.createElement('figure');
  sheet.className = 'sheet';
  sheet.dataset.page = number;
  sheet.append(canvas);
  return sheet;
}

async function textOf(page) {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return { width, height, pieces: items.filter(({ str }) => str !== undefined) };
}

/** Marks stand in the paper's own margin, never on one another. */
export function placeMarks(place, marks, texts) {
  const wanted = marks.map(({ dataset }) => ({
    id: dataset.mark,
    begins: JSON.parse(dataset.begins),
    length: Number(dataset.length),
    after: 'after' in dataset,
  }));
  const found = findBlocks(texts, wanted);
  for (const sheet of place.querySelectorAll('.sheet')) {
    for (const old of sheet.querySelectorAll('.mark')) old.remove();
    const own = marks
      .map((mark) => ({ mark, at: found.get(mark.dataset.mark) }))
      .filter(({ at }) => at?.page === Number(sheet.dataset.page))
      .sort((a, b) => a.at.first - b.at.first);
    for (const end of [false, true]) {
      const side = own.filter(({ at }) => at.end === end);
      const height = sheet.clientHeight;
      const tops = spread(
        side.map(({ at }) => at.first * height - 4),
        27,
        height - 28,
      );
      side.forEach(({ mark }, index) => {
        const copy = mark.cloneNode(true);
        copy.style.top = `${tops[index]}px`;
        copy.style[end ? 'right' : 'left'] = '2px';
        sheet.append(copy);
      });
    }
  }
  return found;
}

/** A frame around one part of the page. */
export function frame(place, at, name) {
  const sheet = at && place.querySelector(`.sheet[data-page="${at.page}"]`);
  if (!sheet) return undefined;
  const box = document.createElement('div');
  box.className = name;
  const margin = 0.008;
  box.style.left = `${(at.x - margin) * 100}%`;
  box.style.top = `${(at.y - margin / 2) * 100}%`;
  box.style.width = `${(at.width + 2 * margin) * 100}%`;
  box.style.height = `${(at.height + margin) * 100}%`;
  sheet.append(box);
  return box;
}
