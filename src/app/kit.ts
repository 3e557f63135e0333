/** The settings -> everything that a handout is made from: content, drawings, renderer and fonts; read once a run. */

import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FontCatalogue, fontCatalogueSchema } from '../domain/font-catalogue.ts';
import { missingCharacters } from '../domain/font-coverage.ts';
import { type Outcome, success } from '../domain/outcome.ts';
import { openCache } from '../print/browser-cache.ts';
import { fingerprint, keepCopy, readCopy } from '../read/compiled.ts';
import { readTemplates, type TemplateFiles } from '../read/read-templates.ts';
import type { Settings } from '../settings.ts';
import { type ContentCopy, type ContentKit, fromCopy, toCopy } from './content-copy.ts';

/** Content that was checked before is taken from the user's cache; anything changed is read and checked anew. */
export async function loadContent(settings: Settings): Promise<Outcome<ContentKit>> {
  const { shipped, own } = settings.content;
  const paths = [shipped, ...[own, settings.clinic].filter((path) => path !== undefined)];
  const key = fingerprint(paths, programVersion());
  const cache = await openCache(settings.environment).catch(() => undefined);
  const copy = cache === undefined ? undefined : readCopy<ContentCopy>(cache, key);
  if (copy !== undefined) return success(fromCopy(copy));
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
  if (cache !== undefined && read.diagnostics.length === 0) keepCopy(cache, key, toCopy(kit));
  return success(kit, read.diagnostics);
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

/** Changes with every build, so that a copy made by another version of the program is never used. */
function programVersion(): string {
  const own = fileURLToPath(import.meta.url);
  const manifest = JSON.parse(readFileSync(join(own, '../../../package.json'), 'utf8')) as {
    version: string;
  };
  return `${manifest.version} ${statSync(own).mtimeMs}`;
}
