/** A PDF's path -> its bytes, how many pages it has, and on which paper they want to be printed. */

import { open } from 'node:fs/promises';
import { errorAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import { mediaOfSize, paperNames } from '../domain/print-media.ts';

export interface PdfToPrint {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly media: string;
}

const largest = 200_000_000;
const pointsPerMm = 72 / 25.4;

/** `onMedia`: the paper that a person named, for pages of no usual size. */
export async function readPdfToPrint(path: string, onMedia?: string): Promise<Outcome<PdfToPrint>> {
  const wrong = (code: string, message: string, hint?: string) =>
    failure<PdfToPrint>([errorAt({ file: path }, code, message, hint)]);
  let bytes: Uint8Array;
  try {
    const file = await open(path, 'r');
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return wrong('no-file', 'This is not a file');
      if (stats.size > largest)
        return wrong('too-large', 'The PDF is larger than 200 MB', 'Print it in parts');
      bytes = new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'There is no such file' : `The file can't be read (${code})`;
    return wrong('unreadable-file', why);
  }
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))
    return wrong(
      'not-a-pdf',
      'The file is no PDF, whatever its name',
      'Give a PDF, or a profile in YAML or JSON',
    );
  try {
    return await paperOf(bytes, onMedia, wrong);
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException'
      ? wrong('locked-pdf', 'The PDF is locked with a password', 'Print it from the program that can open it')
      : wrong('damaged-pdf', 'The PDF is damaged: its pages could not be found', 'Make it again');
  }
}

async function paperOf(
  bytes: Uint8Array,
  onMedia: string | undefined,
  wrong: (code: string, message: string, hint?: string) => Outcome<PdfToPrint>,
): Promise<Outcome<PdfToPrint>> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // It takes the bytes for its own: they get a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false });
  try {
    const pdf = await task.promise;
    const found = new Set<string | undefined>();
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const unit = pointsPerMm / page.userUnit;
      found.add(mediaOfSize((right - left) / unit, (top - bottom) / unit));
    }
    const [first] = found;
    const media = found.size > 1 ? onMedia : (first ?? onMedia);
    if (media === undefined)
      return wrong(
        'unknown-paper',
        found.size > 1
          ? 'The pages of the PDF want different papers'
          : 'The pages of the PDF fit no usual paper',
        `Say with --media on which paper to print it: ${paperNames.join(', ')}`,
      );
    return success({ bytes, pages: pdf.numPages, media });
  } finally {
    await task.destroy();
  }
}
