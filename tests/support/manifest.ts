/** Lines of a manifest for tests, and a folder in which sheets lie as it says. */

import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MadeLine } from '../../src/domain/manifest.ts';

export const hex32 = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

export function madeLine(job: string, change: Partial<MadeLine> = {}): MadeLine {
  return {
    kind: 'made',
    at: '2026-11-23T20:00:00.000Z',
    job: hex32(job),
    input: hex32(`input of ${job}`),
    topic: 'back-muscle-spasm',
    language: 'en',
    contentId: 'BMS-EN-1A2B3C',
    file: `${job}.pdf`,
    bytes: 1,
    pages: 2,
    sha256: '0'.repeat(64),
    mtimeMs: 1,
    state: 'draft',
    warnings: [],
    ...change,
  };
}

/** Writes the sheet and its line. */
export function handOut(
  folder: string,
  job: string,
  change: Partial<MadeLine> = {},
  manifest = 'manifest.jsonl',
): MadeLine {
  const file = change.file ?? `${job}.pdf`;
  const bytes = `%PDF sheet of ${job} ${change.input ?? ''}`;
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), bytes);
  const { size, mtimeMs } = statSync(join(folder, file));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const line = madeLine(job, { bytes: size, mtimeMs, sha256, ...change });
  appendFileSync(join(folder, manifest), `${JSON.stringify(line)}\n`);
  return line;
}
