/** A manifest -> its lines, one after another; what is damaged is counted and passed over. */

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Fault } from '../domain/fault.ts';
import { type ManifestLine, manifestLineSchema } from '../domain/manifest.ts';

export interface ManifestEntry {
  readonly line: ManifestLine;
  /** As it stands in the file, without its end. */
  readonly text: string;
}

export interface Damage {
  /** Lines cut off when the power went, or changed by hand. */
  lines: number;
}

const kinds: ReadonlySet<unknown> = new Set(manifestLineSchema.options.map(({ shape }) => shape.kind.value));

/** A manifest that is not there has no lines. Throws a Fault `read-failed` for one that can't be read. */
export async function* manifestLines(path: string, damage: Damage): AsyncGenerator<ManifestEntry> {
  const input = createReadStream(path, 'utf8');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const text of lines) {
      if (text.trim() === '') continue;
      const value = parsed(text);
      const read = manifestLineSchema.safeParse(value);
      if (read.success) yield { line: read.data, text };
      else if (!isOther(value)) damage.lines += 1;
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === undefined) throw cause;
    throw new Fault('read-failed', `The manifest could not be read: ${path} (${code})`, {
      cause,
      hint: 'Check that it is a file and that you may read it',
    });
  } finally {
    lines.close();
    input.destroy();
  }
}

/** A later version of the program may write lines of other kinds. */
function isOther(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return typeof value.kind === 'string' && !kinds.has(value.kind);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
