/** A text of one language -> its sentences, trimmed, without the marks of bold type. */

const segmenters = new Map<string, Intl.Segmenter>();

/** A text without an end mark (a heading, a list item) is one sentence. */
export function sentencesIn(text: string, language: string): string[] {
  const plain = text.replaceAll('**', '').replace(/\s+/g, ' ');
  return [...segmenterFor(language).segment(plain)]
    .map((part) => part.segment.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}
