/** Texts and quotes -> the sentences, and the longer runs of words in them, that no quote names. */

import { sentencesIn } from '../domain/sentences.ts';

/** Words that only join what is quoted: "A neck spasm can bring ...". */
const mostJoining = 5;

/** As quotes are compared: without marks of bold type, any space as one blank. */
function plainText(text: string): string {
  return text.replaceAll('**', '').replace(/\s+/g, ' ').trim();
}

/** A quote stands in one text, never across two. */
export function quoteStands(quote: string, texts: readonly string[]): boolean {
  return texts.some((text) => plainText(text).includes(plainText(quote)));
}

/** One sentence may rest on several claims, each for its own words. */
export function unquotedWords(
  texts: readonly string[],
  quotes: readonly string[],
  language: string,
): string[] {
  return texts.map(plainText).flatMap((text) => {
    const named = quotes.flatMap((quote) => spansOf(plainText(quote), text));
    let end = 0;
    return sentencesIn(text, language).flatMap((sentence) => {
      const start = text.indexOf(sentence, end);
      end = start + sentence.length;
      return leftOf({ start, end }, named)
        .map((span) => text.slice(span.start, span.end))
        .filter((words) => words === sentence || wordsIn(words) > mostJoining)
        .map((words) => words.replace(/^[\s,;:.]+/, '').trim());
    });
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(quote: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    spans.push({ start: at, end: at + quote.length });
  }
  return spans;
}

/** What the spans leave of the whole. */
function leftOf(whole: Span, spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>(
    (left, span) =>
      left.flatMap((part) => [
        ...(span.start > part.start ? [{ start: part.start, end: Math.min(part.end, span.start) }] : []),
        ...(span.end < part.end ? [{ start: Math.max(part.start, span.end), end: part.end }] : []),
      ]),
    [whole],
  );
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}_'’-]+/gu)?.length ?? 0;
}
