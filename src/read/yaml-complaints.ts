/** What the YAML parser complained of -> diagnostics: in order of place, each fault told once. */

import { type Document, isMap, isScalar, isSeq, type Node, visit, type YAMLError } from 'yaml';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
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
  const understood = raised.map((one) => ({ ...understand(one, raised, document, text), until: one.pos[0] }));
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
  all: readonly YAMLError[],
  document: Document.Parsed,
  text: string,
): { sentence: Sentence; offset: number } {
  const at = complaint.pos[0];
  const sentence = sentenceFor(complaint.code, complaint.message);
  if (sentence.show !== undefined) return { sentence, offset: opening(document, sentence.show, at) ?? at };
  const tab = tabNear(text, at);
  if (tab !== undefined && sentence.code !== 'tag-refused') return { sentence: tabSentence, offset: tab };
  if (sentence.code === 'text-after-end') {
    const quote = opening(document, 'opening-quote', at);
    // A quote that spans lines and ends in the middle of one was closed by the next text's opening mark.
    if (quote !== undefined && text.slice(quote, at).includes('\n')) {
      return { sentence: openQuoteSentence, offset: quote };
    }
  }
  const twice = all.some((one) => one.code === 'MULTILINE_IMPLICIT_KEY' && one.pos[0] === at);
  if (complaint.code === 'BLOCK_AS_IMPLICIT_KEY' && twice)
    return { sentence: indentedUnderValue, offset: at };
  return { sentence, offset: at };
}

/** The start of the innermost quoted text or bracket that reaches up to an offset. */
function opening(
  document: Document.Parsed,
  kind: 'opening-quote' | 'opening-bracket',
  at: number,
): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_key, node) {
      const range = (node as Node).range;
      const fits =
        kind === 'opening-quote'
          ? isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
          : (isMap(node) || isSeq(node)) && node.flow === true;
      if (fits && range != null && range[0] < at && range[2] >= at) found = range[0];
    },
  });
  return found;
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
