/** A folder -> whether every file in it is still there in the size that it had when it was sealed. */

import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

const SEAL = '.complete';

interface Seal {
  /** The final path: a folder that was moved holds a configuration with wrong paths. */
  readonly folder: string;
  readonly bytes: Readonly<Record<string, number>>;
}

/** Brings the draft's files to the disk, then writes the list of them; `folder` is the name it is going to have. */
export async function seal(draft: string, folder: string): Promise<void> {
  const bytes: Record<string, number> = {};
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await flush(path);
    bytes[relative(draft, path)] = (await stat(path)).size;
  }
  const record: Seal = { folder, bytes };
  const file = await open(join(draft, SEAL), 'wx');
  try {
    await file.writeFile(JSON.stringify(record));
    await file.sync();
  } finally {
    await file.close();
  }
  await flush(draft);
}

/** False for a folder that is missing, was never finished, lost a file, or was moved. */
export async function isSealed(folder: string): Promise<boolean> {
  try {
    const record = JSON.parse(await readFile(join(folder, SEAL), 'utf8')) as Seal;
    if (record.folder !== folder) return false;
    const sizes = await Promise.all(
      Object.entries(record.bytes).map(
        async ([name, size]) => (await stat(join(folder, name))).size === size,
      ),
    );
    return sizes.every(Boolean);
  } catch {
    return false;
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
