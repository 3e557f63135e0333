/** What the YAML parser complained of -> diagnostics: in order of place, each fault told once. */

import { type Document, isMap, isNode, isScalar, isSeq, visit, type YAMLError } from 'yaml';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { mostDiagnostics } from './ordered-diagnostics.ts';
import {
  indentedUnderValue,
  openQuoteSentence,
  type Sentence,
  sentenceFor,
  tabSentence,
} from './yaml-sentences.ts';

/** `placeAt` turns an offset in `text` into a place. */
export function syntaxComplaints(
  document: Document.Parsed,
  text: string,
  placeAt: (offset: number) => Place,
): Diagnostic[] {
  // The parser warns where it can go on; only an odd indentation inside brackets is worth going on.
  const raised = [
    ...document.errors,
    ...document.warnings.filter((warning) => warning.code !== 'BAD_INDENT'),
  ];
  raised.sort((a, b) => a.pos[0] - b.pos[0]);
  // Many more than can be told, for several often stand on one line.
  const first = raised.slice(0, 10 * mostDiagnostics);
  const openings = openingsOf(document);
  const spread = new Set(
    first.filter((one) => one.code === 'MULTILINE_IMPLICIT_KEY').map((one) => one.pos[0]),
  );
  const understood = first.map((one) => ({ ...understand(one, spread, openings, text), until: one.pos[0] }));
  // What stands between an open quote or bracket and the place where it was missed was read the wrong way round.
  const open = understood.filter((one) => one.sentence.show !== undefined);
  const diagnostics: Diagnostic[] = [];
  const seenLines = new Set<number | undefined>();
  for (const one of understood.toSorted((a, b) => a.offset - b.offset)) {
    if (open.some((span) => one !== span && one.offset > span.offset && one.offset <= span.until)) continue;
    const place = placeAt(one.offset);
    if (seenLines.has(place.line)) continue;
    seenLines.add(place.line);
    diagnostics.push(errorAt(place, one.sentence.code, one.sentence.message, one.sentence.hint));
  }
  return diagnostics;
}

function understand(
  complaint: YAMLError,
  spread: ReadonlySet<number>,
  openings: readonly Opening[],
  text: string,
): { sentence: Sentence; offset: number } {
  const at = complaint.pos[0];
  const sentence = sentenceFor(complaint.code, complaint.message);
  if (sentence.show !== undefined) return { sentence, offset: innermost(openings, sentence.show, at) ?? at };
  const tab = tabNear(text, at);
  if (tab !== undefined && sentence.code !== 'tag-refused') return { sentence: tabSentence, offset: tab };
  if (sentence.code === 'text-after-end') {
    const quote = innermost(openings, 'opening-quote', at);
    // A quote that spans lines and ends in the middle of one was closed by the next text's opening mark.
    if (quote !== undefined && text.slice(quote, at).includes('\n')) {
      return { sentence: openQuoteSentence, offset: quote };
    }
  }
  if (complaint.code === 'BLOCK_AS_IMPLICIT_KEY' && spread.has(at)) {
    return { sentence: indentedUnderValue, offset: at };
  }
  return { sentence, offset: at };
}

interface Opening {
  readonly kind: 'opening-quote' | 'opening-bracket';
  readonly start: number;
  readonly end: number;
}

/** Where quoted texts and brackets open, and how far they reach. */
function openingsOf(document: Document.Parsed): Opening[] {
  const found: Opening[] = [];
  visit(document, {
    Node(_key, node) {
      const range = isNode(node) ? node.range : undefined;
      if (range == null) return;
      const isQuote = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const isBracket = (isMap(node) || isSeq(node)) && node.flow === true;
      const kind = isQuote ? 'opening-quote' : isBracket ? 'opening-bracket' : undefined;
      if (kind !== undefined) found.push({ kind, start: range[0], end: range[2] });
    },
  });
  return found;
}

function innermost(openings: readonly Opening[], kind: Opening['kind'], at: number): number | undefined {
  return openings.findLast((one) => one.kind === kind && one.start < at && one.end >= at)?.start;
}

/** The offset of the first tab in the indentation of the line at an offset, or of the line after it. */
function tabNear(text: string, at: number): number | undefined {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  for (let line = 0; line < 2; line += 1) {
    const indentation = /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
    const tab = indentation.indexOf('\t');
    if (tab >= 0) return start + tab;
    const end = text.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return undefined;
}
