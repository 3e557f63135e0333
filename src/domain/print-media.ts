/** A paper's name or size -> its name in IPP (PWG 5101.1), and back to what people call it. */

interface NamedPaper {
  readonly name: string;
  readonly media: string;
  /** In mm, upright. */
  readonly width: number;
  readonly height: number;
}

const papers: readonly NamedPaper[] = [
  { name: 'A4', media: 'iso_a4_210x297mm', width: 210, height: 297 },
  { name: 'Letter', media: 'na_letter_8.5x11in', width: 215.9, height: 279.4 },
  { name: 'Legal', media: 'na_legal_8.5x14in', width: 215.9, height: 355.6 },
  { name: 'A5', media: 'iso_a5_148x210mm', width: 148, height: 210 },
  { name: 'A3', media: 'iso_a3_297x420mm', width: 297, height: 420 },
];

export const paperNames = papers.map(({ name }) => name);

/** Takes the name in IPP too. */
export function mediaNamed(text: string): string | undefined {
  const word = text.toLowerCase();
  if (/^(iso|na|jis|jpn|om|prc|roc|oe|asme)_[a-z0-9._-]{1,80}$/.test(word)) return word;
  return papers.find(({ name }) => name.toLowerCase() === word)?.media;
}

/** Two millimetres are within what programs and printers round. */
export function mediaOfSize(width: number, height: number): string | undefined {
  const near = (a: number, b: number) => Math.abs(a - b) <= 2;
  return papers.find(
    (paper) =>
      (near(paper.width, width) && near(paper.height, height)) ||
      (near(paper.width, height) && near(paper.height, width)),
  )?.media;
}

export function paperNameOf(media: string): string {
  return papers.find((paper) => paper.media === media)?.name ?? media;
}

/** In hundredths of a millimetre, as IPP counts. */
export function sizeOfMedia(media: string): { readonly width: number; readonly height: number } | undefined {
  const paper = papers.find((each) => each.media === media);
  return paper && { width: Math.round(paper.width * 100), height: Math.round(paper.height * 100) };
}
