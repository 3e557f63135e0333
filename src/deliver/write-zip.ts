/** Files of a folder -> one zip archive of them, whole or not at all, and read by its owner alone. */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Placed } from './place-handout.ts';
import { writeFault } from './whole-file.ts';
import type { Workshop } from './workshop.ts';

const ownFile = 0o100600;

/** Replaces what stands at the path. The workshop lies on the same disk. Throws a Fault `write-failed`. */
export async function writeZip(
  workshop: Workshop,
  path: string,
  folder: string,
  names: readonly string[],
): Promise<Placed> {
  const part = join(workshop.folder, 'zip');
  const zip = new ZipFile();
  const hash = createHash('sha256');
  const hashed = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    const stream = zip.outputStream as PassThrough;
    zip.on('error', (cause: Error) => stream.destroy(cause));
    // PDFs are compressed already.
    for (const name of names)
      zip.addFile(join(folder, name), basename(name), { compress: false, mode: ownFile });
    zip.end();
    // Synced before it gets its name.
    const file = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(stream, hashed, file);
    const { size, mtimeMs } = await stat(part);
    await rename(part, path);
    return { bytes: size, sha256: hash.digest('hex'), mtimeMs };
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    throw writeFault(path, cause);
  }
}
