/** The settings -> the content as it is on the disk now: read once, and anew when the names, times or sizes of its files change. */

import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent, loadPageKit, type PageKit } from '../app/kit.ts';
import type { Settings } from '../settings.ts';
import type { DeskContent } from './desk.ts';

/** A burst of clicks looks at the disk once. */
const lookEveryMs = 1_000;

/** A withdrawal or a mended text holds from the next click on, without a restart. */
export function watchedContent(settings: Settings): () => Promise<DeskContent> {
  const { shipped, own } = settings.content;
  const places = [shipped, own, settings.clinic, settings.templates].filter((path) => path !== undefined);
  let looked = Number.NEGATIVE_INFINITY;
  let templates: { readonly state: string; readonly page: PageKit } | undefined;
  /** What is known of compiled templates and measured pieces lasts as long as they do: a signature changes neither. */
  const pageKit = (): PageKit => {
    const now = stateOf(settings.templates);
    if (templates?.state !== now) templates = { state: now, page: loadPageKit(settings) };
    return templates.page;
  };
  let state: string | undefined;
  let present: Promise<DeskContent> | undefined;
  return () => {
    if (present !== undefined && performance.now() - looked < lookEveryMs) return present;
    looked = performance.now();
    const found = places.map(stateOf).join('\n');
    if (present !== undefined && found === state) return present;
    state = found;
    const reading = read(settings, pageKit);
    // What could not be read for a reason of the world is tried anew.
    reading.catch(() => {
      if (present === reading) present = undefined;
    });
    present = reading;
    return reading;
  };
}

async function read(settings: Settings, pageKit: () => PageKit): Promise<DeskContent> {
  const loaded = await loadContent(settings);
  if (!loaded.ok) return { ok: false, problems: loaded.diagnostics };
  return { ok: true, kit: loaded.value, page: pageKit() };
}

function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return `${path} gone`;
  if (!stats.isDirectory()) return `${path} ${stats.size} ${stats.mtimeMs}`;
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return `${path} gone`;
  }
  return entries.map((entry) => stateOf(join(path, entry.name))).join('\n');
}
