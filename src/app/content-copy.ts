/** Content and drawings <-> plain JSON: what is kept between two runs. */

import type { Content, TopicContent } from '../domain/content.ts';
import type { Drawing } from '../domain/drawing.ts';

/** All that a handout is made from, besides the profile. */
export interface ContentKit {
  readonly content: Content;
  readonly drawings: ReadonlyMap<string, Drawing>;
}

type Entries<T> = [string, T][];
type Flat<T, K extends keyof T> = Omit<T, K> & {
  [P in K]: T[P] extends ReadonlyMap<string, infer V> ? Entries<V> : never;
};
type FlatTopic = Flat<TopicContent, 'words'>;

export interface ContentCopy {
  readonly content: Omit<
    Flat<Content, 'topics' | 'words' | 'hashes' | 'reviews' | 'marks' | 'figures'>,
    'topics'
  > & {
    topics: Entries<FlatTopic>;
  };
  readonly drawings: Entries<Drawing>;
}

export function toCopy({ content, drawings }: ContentKit): ContentCopy {
  return {
    content: {
      ...content,
      topics: [...content.topics].map(([id, topic]) => [id, { ...topic, words: [...topic.words] }]),
      words: [...content.words],
      hashes: [...content.hashes],
      reviews: [...content.reviews],
      marks: [...content.marks],
      figures: [],
    },
    drawings: [...drawings],
  };
}

/** Figures are not kept: their drawings are. */
export function fromCopy(copy: ContentCopy): ContentKit {
  return {
    content: {
      ...copy.content,
      topics: new Map(
        copy.content.topics.map(([id, topic]) => [id, { ...topic, words: new Map(topic.words) }]),
      ),
      words: new Map(copy.content.words),
      hashes: new Map(copy.content.hashes),
      reviews: new Map(copy.content.reviews),
      marks: new Map(copy.content.marks),
      figures: new Map(),
    },
    drawings: new Map(copy.drawings),
  };
}
