/** The settings and today -> keys by which what was found out about the content is remembered. */

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { fingerprint } from '../read/compiled.ts';
import type { Settings } from '../settings.ts';
import { programVersion } from './program-version.ts';

/** Changes with any byte of the content. */
export function contentKey({ content: { shipped, own }, clinic }: Settings, today: CalendarDate): string {
  return keyOf(
    [shipped, own, clinic].filter((path) => path !== undefined),
    today,
  );
}

/** Changes with the texts and rules, not with what people decided about them. */
export function textsKey({ content: { shipped, own }, clinic }: Settings, today: CalendarDate): string {
  return keyOf([...textsIn(shipped), ...textsIn(own), ...(clinic === undefined ? [] : [clinic])], today);
}

const decisions = ['approvals', 'withdrawn.yaml'];

function textsIn(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  const names = readdirSync(folder).filter((name) => !decisions.includes(name));
  return names.sort().map((name) => join(folder, name));
}

function keyOf(paths: readonly string[], today: CalendarDate): string {
  const home = join(dirname(fileURLToPath(import.meta.url)), '..');
  return `${today} ${fingerprint(paths, programVersion(home, process.versions))}`;
}
