/** Content with its files -> what the checks look at: texts with places, blocks with words and tags, figures. */

import type { WordedBlock } from '../check/advice-words.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { poseProblems } from '../draw/pose-problems.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { textsIn } from '../read/link-words.ts';
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

/** A pose that no body can take, told at its line. */
export function figureProblems(files: ContentFiles): Diagnostic[] {
  return [...files.figures.values()].flatMap((file) =>
    poseProblems(file.value).map((problem) =>
      errorAt(file.place(problem.path), 'wrong-pose', problem.message, 'Correct the joint points'),
    ),
  );
}
