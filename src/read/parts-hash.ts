/** The parts of a text -> one SHA-256 (hex) that changes when any of them does, whatever order they come in. */

import { createHash } from 'node:crypto';

export function partsHash(parts: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const id of Object.keys(parts).sort()) hash.update(JSON.stringify([id, parts[id]]));
  return hash.digest('hex');
}
