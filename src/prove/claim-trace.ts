/** Claims, the ledger and every part of the sheets -> each statement that does not trace to a claim that may be printed. */

import type { ClaimLedger } from '../domain/claim.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { type Ledger, placesOf } from '../domain/ledger.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { entryFindings, type LedgerPlace } from './claim-entries.ts';
import { quoteStands, unquotedWords } from './quoted-sentences.ts';

/** A shared block, a topic's own block or a sign, in the language that it was written in first. */
export interface TracedPart {
  /** As the ledger names it: `heat.ok`, `back-muscle-spasm/key.better`, `E1`. */
  readonly id: string;
  readonly language: string;
  readonly claims: readonly string[];
  readonly sources: readonly string[];
  /** Each paragraph, item, step and caption; no titles. */
  readonly texts: readonly string[];
  /** Where its words are written. */
  readonly place: Place;
  /** Where its claims and sources are written. */
  readonly cited: Place;
}

/** Words that the ledger says a part prints; `*` is all of them. */
interface Quoted {
  readonly part: string;
  readonly words: '*' | readonly string[];
  /** What rests on them: a claim's id, or `a source`. */
  readonly what: string;
  readonly place: Place;
}

export function claimFindings(
  claims: ClaimLedger,
  ledger: Ledger,
  parts: readonly TracedPart[],
  placeOf: LedgerPlace,
): Diagnostic[] {
  const known = new Map(parts.map((part) => [part.id, part]));
  const byClaims = Object.entries(ledger.claims).flatMap(([id, entry]) =>
    Object.entries(placesOf(entry)).map(
      ([part, words]): Quoted => ({ part, words, what: id, place: placeOf('claims', id) }),
    ),
  );
  const bySources = Object.entries(ledger.sources_only).map(
    ([part, entries]): Quoted => ({
      part,
      words: entries.map(({ says }) => says),
      what: 'a source',
      place: placeOf('sources_only', part),
    }),
  );
  const all = [...byClaims, ...bySources];
  return [
    ...entryFindings(claims, ledger, placeOf),
    ...all.flatMap((quoted) => quoteFindings(quoted, known)),
    ...parts.flatMap((part) => [
      ...citationFindings(part, byClaims),
      ...sourceFindings(part, ledger),
      ...sentenceFindings(
        part,
        all.filter((quoted) => quoted.part === part.id),
      ),
    ]),
  ];
}

function quoteFindings(
  { part: id, words, what, place }: Quoted,
  known: ReadonlyMap<string, TracedPart>,
): Diagnostic[] {
  const part = known.get(id);
  if (part === undefined) {
    const near = nearestName(id, [...known.keys()]);
    const hint = near === undefined ? 'Name a block or a sign that exists' : `Did you mean \`${near}\`?`;
    return [errorAt(place, 'unknown-part', `The ledger names a part \`${id}\` that does not exist`, hint)];
  }
  if (words === '*') return [];
  return words
    .filter((quote) => !quoteStands(quote, part.texts))
    .map((quote) =>
      errorAt(
        place,
        'quote-gone',
        `The ledger says that ${what} stands behind "${quote}" in ${id}, but those words are not there any more`,
        'Quote the new words; if they say something else, take the part out and say what became of the claim',
      ),
    );
}

/** A part cites a claim if and only if the ledger names the part under that claim. */
function citationFindings(part: TracedPart, byClaims: readonly Quoted[]): Diagnostic[] {
  const named = byClaims.filter((quoted) => quoted.part === part.id);
  const notNamed = part.claims
    .filter((id) => !named.some(({ what }) => what === id))
    .map((id) =>
      errorAt(
        part.cited,
        'citation-without-words',
        `${part.id} cites ${id}, but the ledger names no words of ${part.id} that rest on it`,
        `Quote the words under ${id} in the ledger, or take ${id} out of the \`claims:\` of ${part.id}`,
      ),
    );
  const notCited = named
    .filter(({ what }) => !part.claims.includes(what))
    .map(({ what }) =>
      errorAt(
        part.cited,
        'words-without-citation',
        `The ledger says that ${part.id} has words that rest on ${what}, but ${part.id} does not cite it`,
        `Add ${what} to the \`claims:\` of ${part.id}, or take the part out of ${what} in the ledger`,
      ),
    );
  return [...notNamed, ...notCited];
}

function sourceFindings(part: TracedPart, ledger: Ledger): Diagnostic[] {
  const needed = (ledger.sources_only[part.id] ?? []).flatMap(({ sources }) => sources);
  return [...new Set(needed)]
    .filter((source) => !part.sources.includes(source))
    .map((source) =>
      errorAt(
        part.cited,
        'source-not-cited',
        `The ledger says that words of ${part.id} rest on ${source}, but ${part.id} does not cite it`,
        `Add ${source} to the \`sources:\` of ${part.id}`,
      ),
    );
}

function sentenceFindings(part: TracedPart, quoted: readonly Quoted[]): Diagnostic[] {
  if (quoted.some(({ words }) => words === '*')) return [];
  const quotes = quoted.flatMap(({ words }) => words);
  return unquotedWords(part.texts, quotes, part.language).map((words) =>
    errorAt(
      part.place,
      'claimless-sentence',
      `No claim or source stands behind "${words}" in ${part.id}`,
      'Quote it in the ledger under the claim or gap it rests on, under `sources_only:`, or take it off the sheet',
    ),
  );
}
