/** Lines, as they come -> a file of them, whole or not at all. */

import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { writeFault } from './whole-file.ts';
import type { Workshop } from './workshop.ts';

const chunk = 64 * 1024;

/** The workshop is that of the file itself. Throws a Fault `write-failed`. */
export async function writeLines(
  workshop: Workshop,
  path: string,
  lines: AsyncIterable<string>,
): Promise<void> {
  const part = join(workshop.folder, 'lines');
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      let text = '';
      for await (const line of lines) {
        text += `${line}\n`;
        if (text.length < chunk) continue;
        await file.writeFile(text);
        text = '';
      }
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    throw cause instanceof Fault ? cause : writeFault(path, cause);
  }
}
