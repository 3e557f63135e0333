/** A topic's words in one language and the sheet model -> every sentence that can be printed, and the profiles that read it. */

import { adviceReader, titleMark } from '../domain/advised-things.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import type { Never } from '../domain/never.ts';
import { sentencesIn } from '../domain/sentences.ts';
import type { BlockText, SharedWords } from '../domain/words.ts';
import { fillTerms } from '../tailor/text.ts';
import { wordingOf } from '../tailor/wording.ts';

export interface SpokenSentence {
  readonly text: string;
  /** Things that it advises. */
  readonly advises: readonly string[];
  /** Places in `never.phrases`. */
  readonly phrases: readonly number[];
  readonly stated: readonly string[];
}

/** The sentences of one part of the sheet, printed together or not at all. */
export interface Passage {
  /** `heat.ok`, `E1`, `because blood_thinner`. */
  readonly part: string;
  readonly kind: 'block' | 'sign' | 'everywhere';
  readonly title?: string;
  /** Of a sign: which of its wordings this is. */
  readonly wording?: SignWording;
  readonly sentences: readonly SpokenSentence[];
}

/** A sign's words with the place of one wording among them. */
export interface SignWording {
  readonly words: SharedWords['signs'][string];
  readonly which: number | 'usual' | 'raised';
}

/** Words only: the same for every rulebook, so they are read once for all mutants. */
export function passagesOf(content: Content, topic: TopicContent, language: string, never: Never): Passage[] {
  const wording = wordingOf(content, topic, language, new Map(), '________');
  if (wording === undefined) return [];
  const reader = adviceReader(never, language);
  const filled = (text: string) => fillTerms(text, wording.terms);
  const passage = (
    part: string,
    kind: Passage['kind'],
    sentences: readonly string[],
    title?: string,
  ): Passage => ({
    part,
    kind,
    ...(title === undefined ? {} : { title }),
    sentences: sentences.map((text, i) => {
      // A title is understood together with what follows it: "Warm packs: Ask us first."
      const spoken = i === 0 && title !== undefined ? `${title}${titleMark}${text}` : text;
      return {
        text,
        advises: reader.advised(spoken),
        phrases: reader.phrases(spoken),
        stated: reader.stated(spoken),
      };
    }),
  });
  /** Words that name something about the patient. */
  const named = (part: string, sentences: readonly string[]): Passage => ({
    ...passage(part, 'everywhere', sentences),
    sentences: sentences.map((text) => ({
      text,
      advises: reader.advisedByName(text),
      phrases: reader.phrases(text),
      stated: reader.stated(text),
    })),
  });
  const { shared } = wording;
  const each = (texts: readonly string[]) => texts.flatMap((text) => sentencesIn(filled(text), language));
  return [
    ...topic.blocks.map((block) => {
      const text = wording.text(block.id);
      const alts = block.figures.flatMap((id) => shared.figures[id] ?? []);
      const title = text.title === undefined ? undefined : filled(text.title).replaceAll('**', '');
      const sentences = [...each(textsOf(text)), ...each(alts)];
      // A title alone is read too.
      return sentences.length === 0 && title !== undefined
        ? passage(block.id, 'block', [title])
        : passage(block.id, 'block', sentences, title);
    }),
    ...Object.keys(content.rulebook.signs).flatMap((id) => {
      const words = shared.signs[id];
      if (words === undefined) return [];
      return wordingsOf(words).map(({ which, lines }) => ({
        ...passage(id, 'sign', each(lines)),
        wording: { words, which },
      }));
    }),
    ...Object.entries(shared.factors).map(([id, words]) =>
      passage(`because ${id}`, 'everywhere', each(Object.values(words.because))),
    ),
    ...Object.entries(shared.factors).map(([id, words]) =>
      named(`name of ${id}`, each([words.label, ...Object.values(words.tags)])),
    ),
    ...Object.entries(shared.signs).map(([id, words]) =>
      named(`condition of ${id}`, each(words.condition === undefined ? [] : [words.condition])),
    ),
    passage('labels', 'everywhere', each(Object.values(shared.labels))),
    passage('headings', 'everywhere', each(Object.values(shared.sections))),
    passage('title', 'everywhere', each([wording.topic.title, wording.topic.purpose])),
  ];
}

function wordingsOf(
  words: SignWording['words'],
): { which: SignWording['which']; lines: readonly string[] }[] {
  return [
    { which: 'usual', lines: words.lines },
    ...words.variants.map(({ lines }, which) => ({ which, lines })),
    ...(words.raised === undefined ? [] : [{ which: 'raised', lines: words.raised } as const]),
  ];
}

function textsOf({ text, items, steps, captions }: BlockText): string[] {
  return [
    ...(text === undefined ? [] : typeof text === 'string' ? [text] : text),
    ...(items ?? []),
    ...(steps ?? []),
    ...(captions ?? []),
  ];
}
