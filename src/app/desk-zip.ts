/** Files in memory -> one zip archive of them as a stream, and how long it is. */

import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** PDFs are compressed already, so they are put in as they are. */
export function zipStream(
  files: readonly ZippedFile[],
  moment: string,
): { readonly stream: Readable; readonly size: Promise<number> } {
  const zip = new ZipFile();
  for (const { name, bytes } of files)
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      compress: false,
      mtime: new Date(moment),
      mode: 0o100600,
    });
  const size = new Promise<number>((resolve) => {
    // The types forget that it is told the size; -1: it can not be known beforehand.
    zip.end(undefined, (total?: number) => resolve(total ?? -1));
  });
  return { stream: zip.outputStream as Readable, size };
}
