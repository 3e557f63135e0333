/** The files of the content -> every part of a sheet that needs a claim behind it, with its words and what it cites. */

import type { Diagnostic } from '../domain/diagnostic.ts';
import { sentencesIn } from '../domain/sentences.ts';
import type { Block } from '../domain/topic.ts';
import { sourceLanguage } from '../domain/translation.ts';
import type { BlockText } from '../domain/words.ts';
import { claimFindings, type TracedPart } from '../prove/claim-trace.ts';
import type { ContentFiles } from '../read/content-files.ts';
import type { Located } from '../read/located.ts';

export interface ClaimsTraced {
  /** Such as `148 claims, 420 sentences`. */
  readonly looked: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function traceClaims(files: ContentFiles): ClaimsTraced {
  const { claims, ledger } = files;
  const parts = tracedParts(files);
  const sentences = parts.flatMap(({ texts, language }) =>
    texts.flatMap((text) => sentencesIn(text, language)),
  );
  return {
    looked: `${Object.keys(claims.value).length} claims, ${sentences.length} sentences`,
    diagnostics: claimFindings(claims.value, ledger.value, parts, (list, name) =>
      ledger.place([list, name], 'key'),
    ),
  };
}

function tracedParts(files: ContentFiles): TracedPart[] {
  const shared = inSource(files.words);
  const topics = [...files.topics].flatMap(([topic, { structure, words }]) =>
    blockParts(structure, inSource(words), `${topic}/`),
  );
  return [...blockParts(files.blocks, shared, ''), ...topics, ...signParts(files)];
}

/** A topic that was never written in the source language is traced in the first one it has. */
function inSource<T>(words: ReadonlyMap<string, T>): readonly [string, T] | undefined {
  const source = words.get(sourceLanguage);
  return source === undefined ? [...words][0] : [sourceLanguage, source];
}

function blockParts(
  structure: Located<{ readonly blocks: readonly Block[] }>,
  written: readonly [string, Located<{ readonly blocks: Readonly<Record<string, BlockText>> }>] | undefined,
  prefix: string,
): TracedPart[] {
  if (written === undefined) return [];
  const [language, words] = written;
  return structure.value.blocks.map(({ id, claims, sources }, index) => ({
    id: `${prefix}${id}`,
    language,
    claims,
    sources,
    texts: textsOf(words.value.blocks[id] ?? {}),
    place: words.place(['blocks', id], 'key'),
    cited: structure.place(['blocks', index, 'claims'], 'key'),
  }));
}

function textsOf({ text, items, steps, captions }: BlockText): string[] {
  return [text, items, steps, captions].flatMap((part) => part ?? []);
}

function signParts({ rulebook, words }: ContentFiles): TracedPart[] {
  const written = inSource(words);
  if (written === undefined) return [];
  const [language, shared] = written;
  return Object.entries(rulebook.value.signs).map(([id, { claims, sources }]) => {
    const sign = shared.value.signs[id];
    return {
      id,
      language,
      claims,
      sources,
      texts: [
        ...(sign?.lines ?? []),
        ...(sign?.raised ?? []),
        ...(sign?.variants.flatMap(({ lines }) => lines) ?? []),
      ],
      place: shared.place(['signs', id], 'key'),
      cited: rulebook.place(['signs', id, 'claims'], 'key'),
    };
  });
}
