/** The settings -> everything that a handout is made from: content, drawings, renderer and fonts; read once a run. */

import { readFileSync } from 'node:fs';
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
import { programVersion } from './program-version.ts';
import type { ProofMemory } from './proved-content.ts';

export interface LoadedContent extends ContentKit {
  readonly proof: ProofMemory;
}

/** Content that was checked before is taken from the user's cache; anything changed is read and checked anew. */
export async function loadContent(settings: Settings): Promise<Outcome<LoadedContent>> {
  const { shipped, own } = settings.content;
  const paths = [shipped, ...[own, settings.clinic].filter((path) => path !== undefined)];
  const version = programVersion(join(dirname(fileURLToPath(import.meta.url)), '..'), process.versions);
  const key = fingerprint(paths, version);
  const cache = await openCache(settings.environment).catch(() => undefined);
  const copy = cache === undefined ? undefined : readCopy<ContentCopy>(cache, key);
  const kept = copy === undefined ? undefined : usable(copy);
  const folder = own ?? shipped;
  if (kept !== undefined) return success({ ...kept, proof: { cache, key, version, folder, problems: [] } });
  const [{ readContent }, { wordProblems }, { drawFigure }] = await Promise.all([
    import('../read/read-content.ts'),
    import('./word-problems.ts'),
    import('../draw/figure.ts'),
  ]);
  const read = await readContent({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return read;
  const { content } = read.value;
  const drawings = new Map([...content.figures].map(([id, figure]) => [id, drawFigure(figure)]));
  const kit: ContentKit = { content, drawings };
  // What was changed while it was read belongs to neither key: nothing about it is remembered, no proof either.
  const memory = fingerprint(paths, version) === key ? cache : undefined;
  const problems = wordProblems(content, read.value.files);
  const proof: ProofMemory = { cache: memory, key, version, folder, problems };
  // Warnings must be told each time, and words that may not be printed too: only content without any is kept.
  if (memory !== undefined && read.diagnostics.length + problems.length === 0)
    keepCopy(memory, key, toCopy(kit));
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
  /** The program's own templates, of which it is known how their styles work together. */
  readonly shipped: boolean;
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
    shipped: settings.templates === join(settings.home, 'templates'),
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
