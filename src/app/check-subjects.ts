/** Content with its files -> what the checks look at: texts with places, blocks with words and tags, figures. */

import type { WordedBlock } from '../check/advice-words.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { poseProblems } from '../draw/pose-problems.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { textsIn } from '../read/link-words.ts';
import type { Located } from '../read/located.ts';
import { fillTerms } from '../tailor/text.ts';
import { wordingOf } from '../tailor/wording.ts';

/** Every text that may be printed. */
export function printedTexts(files: ContentFiles): { text: string; place: Place }[] {
  const located = [
    ...files.words.values(),
    ...[...files.topics.values()].flatMap((topic) => [...topic.words.values()]),
    files.clinic,
    files.locale,
  ];
  return located.flatMap((file) =>
    textsIn(file.value).map(({ text, path }) => ({ text, place: file.place(path) })),
  );
}

/** Each block of each topic in each language, with the words that it prints. */
export function wordedBlocks(content: Content, files: ContentFiles): WordedBlock[] {
  return [...content.topics.values()].flatMap((topic) =>
    [...topic.words.keys()].flatMap((language) => {
      const wording = wordingOf(content, topic, language, new Map(), '');
      if (wording === undefined) return [];
      const own = files.topics.get(topic.topic.id)?.words.get(language);
      const shared = files.words.get(language);
      return topic.blocks.map((block): WordedBlock => {
        const text = textsIn(wording.text(block.id)).map((each) => fillTerms(each.text, wording.terms));
        const file = own?.value.blocks[block.id] === undefined ? shared : own;
        return {
          id: block.id,
          tags: [
            ...(block.resource === undefined ? [] : [block.resource]),
            ...block.recommends,
            ...block.warns,
          ],
          text: text.join(' ').replaceAll('**', ''),
          place: file?.place(['blocks', block.id]) ?? { file: topic.topic.id },
        };
      });
    }),
  );
}

/** Words that print outside the blocks: titles, labels, headings, signs. Only warnings may name a medicine there. */
export function wordsOutsideBlocks(content: Content, files: ContentFiles): WordedBlock[] {
  const terms = new Map(Object.entries(content.locale.terms));
  const told = (file: Located<unknown>, part: unknown, path: (string | number)[], tags: string[] = []) =>
    textsIn(part, path).map(
      ({ text, path: at }): WordedBlock => ({
        id: at.join('.'),
        tags,
        text: fillTerms(text, terms).replaceAll('**', ''),
        place: file.place(at),
      }),
    );
  return [
    ...[...files.words.values()].flatMap((file) => {
      const { labels, sections, signs, figures } = file.value;
      return [
        ...told(file, labels, ['labels']),
        ...told(file, sections, ['sections']),
        // Signs name steroid pills as a risk, not as advice.
        ...told(file, signs, ['signs'], ['opioids_steroids_belts']),
        ...told(file, figures, ['figures'], [...Object.keys(content.rulebook.resources)]),
      ];
    }),
    ...[...files.topics.values()].flatMap((topic) =>
      [...topic.words.values()].flatMap((file) => [
        ...told(file, file.value.title, ['title']),
        ...told(file, file.value.purpose, ['purpose']),
      ]),
    ),
  ];
}

/** A pose that no body can take, told at its line. */
export function figureProblems(files: ContentFiles): Diagnostic[] {
  return [...files.figures.values()].flatMap((file) =>
    poseProblems(file.value).map((problem) =>
      errorAt(file.place(problem.path), 'wrong-pose', problem.message, 'Correct the joint points'),
    ),
  );
}
