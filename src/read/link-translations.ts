/** All files of words -> the words of every language with the gaps of translations filled, what to mark on the page, and what is wrong. */

import type { Content } from '../domain/content.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { sourceLanguage, type TranslationMark } from '../domain/translation.ts';
import type { TopicWords } from '../domain/words.ts';
import type { ContentFiles, TopicFiles } from './content-files.ts';
import { linkTranslation } from './link-translation.ts';

export interface LinkedWords {
  readonly shared: Content['words'];
  /** By topic id. */
  readonly topics: ReadonlyMap<string, ReadonlyMap<string, TopicWords>>;
  readonly marks: Content['marks'];
  readonly diagnostics: readonly Diagnostic[];
}

export function linkTranslations(files: ContentFiles): LinkedWords {
  const marks = new Map<string, Readonly<Record<string, TranslationMark>>>();
  const problems: Diagnostic[] = [];
  const source = files.words.get(sourceLanguage);
  const shared = new Map(
    [...files.words].map(([tag, file]) => {
      const linked = linkTranslation(tag, file, source, files.blocks.value.blocks);
      problems.push(...linked.diagnostics);
      if (Object.keys(linked.marks).length > 0) marks.set(`shared/${tag}`, linked.marks);
      return [tag, linked.words] as const;
    }),
  );
  const topicWords = ({ structure, words }: TopicFiles) =>
    new Map(
      [...words].map(([tag, file]) => {
        const { id, blocks } = structure.value;
        const linked = linkTranslation(tag, file, words.get(sourceLanguage), blocks);
        problems.push(...linked.diagnostics);
        if (Object.keys(linked.marks).length > 0) marks.set(`${id}/${tag}`, linked.marks);
        return [tag, linked.words] as const;
      }),
    );
  const topics = new Map(
    [...files.topics.values()].map((topic) => [topic.structure.value.id, topicWords(topic)] as const),
  );
  return { shared, topics, marks, diagnostics: problems };
}
