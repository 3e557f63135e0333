/** The settings -> everything that a handout is made from: content, drawings, renderer and fonts; read once a run. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FontCatalogue, fontCatalogueSchema } from '../domain/font-catalogue.ts';
import { missingCharacters } from '../domain/font-coverage.ts';
import { type Outcome, success } from '../domain/outcome.ts';
import { openCache } from '../print/browser-cache.ts';
import { fingerprint, keepCopy, readCopy } from '../read/compiled.ts';
import { readTemplates, type TemplateFiles } from '../read/read-templates.ts';
import type { Settings } from '../settings.ts';
import { type ContentCopy, type ContentKit, fromCopy, toCopy } from './content-copy.ts';
import type { ProofMemory } from './proved-content.ts';

export interface LoadedContent extends ContentKit {
  readonly proof: ProofMemory;
}

/** Content that was checked before is taken from the user's cache; anything changed is read and checked anew. */
export async function loadContent(settings: Settings): Promise<Outcome<LoadedContent>> {
  const { shipped, own } = settings.content;
  const paths = [shipped, ...[own, settings.clinic].filter((path) => path !== undefined)];
  const key = fingerprint(paths, programVersion());
  const cache = await openCache(settings.environment).catch(() => undefined);
  const copy = cache === undefined ? undefined : readCopy<ContentCopy>(cache, key);
  const kept = copy === undefined ? undefined : usable(copy);
  const proof: ProofMemory = { cache, key, folder: own ?? shipped };
  if (kept !== undefined) return success({ ...kept, proof });
  const [{ readContent }, { drawFigure }] = await Promise.all([
    import('../read/read-content.ts'),
    import('../draw/figure.ts'),
  ]);
  const read = await readContent({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return read;
  const { content } = read.value;
  const drawings = new Map([...content.figures].map(([id, figure]) => [id, drawFigure(figure)]));
  const kit: ContentKit = { content, drawings };
  // Warnings must be told each time, so only content without any is kept.
  // What was changed while it was read belongs to neither key.
  const unchanged = fingerprint(paths, programVersion()) === key;
  if (cache !== undefined && unchanged && read.diagnostics.length === 0) keepCopy(cache, key, toCopy(kit));
  return success({ ...kit, proof }, read.diagnostics);
}

/** A copy that was damaged is as good as none. */
function usable(copy: ContentCopy): ContentKit | undefined {
  try {
    return fromCopy(copy);
  } catch {
    return undefined;
  }
}

export interface PageKit {
  readonly files: TemplateFiles;
  readonly fonts: FontCatalogue;
  /** Base64 of a font file of the catalogue. */
  fontBytes(file: string): string;
  /** False when a character has no shipped font. */
  canPrint(text: string): boolean;
}

export function loadPageKit(settings: Settings): PageKit {
  const files = readTemplates(settings.templates);
  const fonts = fontCatalogueSchema.parse(JSON.parse(files.fonts));
  const resolve = createRequire(import.meta.url).resolve;
  const read = new Map<string, string>();
  return {
    files,
    fonts,
    fontBytes: (file) => {
      const known = read.get(file) ?? readFileSync(resolve(file)).toString('base64');
      read.set(file, known);
      return known;
    },
    canPrint: (text) => missingCharacters(text, fonts).length === 0,
  };
}

/** Size and time of every file of the program: a copy made by another build of it is never used. */
function programVersion(): string {
  const home = join(dirname(fileURLToPath(import.meta.url)), '..');
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .map((name) => {
      const { size, mtimeMs } = statSync(join(home, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
