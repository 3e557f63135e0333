/** The content's folders -> the whole content, linked: every name in it leads somewhere, or a diagnostic says where it doesn't. */

import { createHash } from 'node:crypto';
import type { Content, TopicContent } from '../domain/content.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { type Outcome, settle } from '../domain/outcome.ts';
import type { Block } from '../domain/topic.ts';
import { sourceLanguage } from '../domain/translation.ts';
import {
  type ContentFiles,
  type ContentRequest,
  readContentFiles,
  type TopicFiles,
} from './content-files.ts';
import { linkApprovals } from './link-approvals.ts';
import { linkBlocks } from './link-blocks.ts';
import { linkSharedWords, linkTopicWords } from './link-language.ts';
import { linkLevels } from './link-levels.ts';
import { linkNames } from './link-names.ts';
import { linkNever } from './link-never.ts';
import { linkNeverLanguages } from './link-never-languages.ts';
import { linkRulebook } from './link-rulebook.ts';
import { linkStyles } from './link-sections.ts';
import { linkTranslations } from './link-translations.ts';
import { linkWithdrawn } from './link-withdrawn.ts';
import type { Located } from './located.ts';

/** The content with the files it came from, which know where each part was written. */
export interface ReadContent {
  readonly content: Content;
  readonly files: ContentFiles;
}

export async function readContent(request: ContentRequest): Promise<Outcome<ReadContent>> {
  const read = await readContentFiles(request);
  if (!read.ok) return read;
  const { content, diagnostics } = linkContent(read.value);
  return settle({ content, files: read.value }, [...read.diagnostics, ...diagnostics]);
}

/** The content as far as it can be put together, and every name in it that leads nowhere. */
export function linkContent(files: ContentFiles): { content: Content; diagnostics: Diagnostic[] } {
  const sharedIds = files.blocks.value.blocks.map((block) => block.id);
  const linked = linkTranslations(files);
  const problems: Diagnostic[] = [
    ...linkRulebook(files),
    ...linked.diagnostics,
    ...files.never.flatMap((file) => linkNever(file, files)),
    ...linkNeverLanguages(files),
    ...linkStyles(files.blocks.value.blocks, files.blocks),
    ...linkBlocks(files.blocks.value.blocks, files.blocks, files, sharedIds),
    ...[...files.words.values()].flatMap((words) => linkSharedWords(words, files)),
    ...files.withdrawn.flatMap((list) => linkWithdrawn(list, files)),
  ];
  const topics = new Map<string, TopicContent>();
  const hashes = new Map<string, string>();
  for (const [folder, topic] of files.topics) {
    problems.push(...linkTopic(folder, topic, files, sharedIds));
    const blocks = [...usedBlocks(topic, files.blocks.value.blocks), ...topic.structure.value.blocks];
    problems.push(...linkLevels(files.rulebook, blocks, topic.structure));
    const words = linked.topics.get(topic.structure.value.id) ?? new Map();
    topics.set(topic.structure.value.id, { topic: topic.structure.value, blocks, words });
    for (const tag of topic.words.keys()) {
      hashes.set(`${topic.structure.value.id}/${tag}`, contentHash(topic, tag, files));
    }
  }
  const unreviewed: Content = {
    rulebook: files.rulebook.value,
    topics,
    words: linked.shared,
    marks: linked.marks,
    clinic: files.clinic.value,
    locale: files.locale.value,
    figures: new Map([...files.figures].map(([id, file]) => [id, file.value])),
    icons: files.icons.value,
    claims: files.claims.value,
    sources: files.sources.value,
    never: files.never.map((file) => file.value),
    hashes,
    reviews: new Map(),
    withdrawn: files.withdrawn.flatMap((list) => list.value.withdrawn),
  };
  const { reviews, diagnostics } = linkApprovals(files.approvals, unreviewed, files.names.topics);
  return { content: { ...unreviewed, reviews }, diagnostics: [...problems, ...diagnostics] };
}

function linkTopic(
  folder: string,
  topic: TopicFiles,
  files: ContentFiles,
  sharedIds: readonly string[],
): Diagnostic[] {
  const { structure } = topic;
  const { id, uses, plan, blocks } = structure.value;
  const problems: Diagnostic[] = [];
  if (id !== folder) {
    problems.push(
      errorAt(
        structure.place(['id']),
        'wrong-folder',
        'The id is not the name of the folder',
        `Write \`id: ${folder}\``,
      ),
    );
  }
  uses.forEach((pattern, i) => {
    if (!sharedIds.some((shared) => matches(pattern, shared))) {
      problems.push(
        errorAt(
          structure.place(['uses', i]),
          'unknown-block',
          `\`${pattern}\` matches no shared block`,
          'See shared/blocks.yaml',
        ),
      );
    }
  });
  for (const block of blocks) {
    if (sharedIds.includes(block.id)) {
      problems.push(
        errorAt(
          structure.place(['blocks', blocks.indexOf(block), 'id']),
          'duplicate-block',
          `\`${block.id}\` is also the id of a shared block`,
          'Rename it',
        ),
      );
    }
  }
  if (topic.languages.length === 0) {
    problems.push(
      errorAt(
        structure.place([]),
        'missing-text',
        'The topic has no words in any language',
        'Add `en.yaml` beside `topic.yaml`',
      ),
    );
  }
  const ids = [...sharedIds, ...blocks.map((block) => block.id)];
  problems.push(...linkBlocks(blocks, structure, files, ids), ...linkStyles(blocks, structure));
  for (const [what, named] of Object.entries(plan?.told_by ?? {}))
    problems.push(...linkNames(named ?? [], 'block', ids, structure, ['plan', 'told_by', what]));
  for (const words of topic.words.values()) problems.push(...linkTopicWords(words, blocks, files));
  for (const [tag, words] of topic.words) {
    if (!files.names.languages.includes(tag)) {
      problems.push(
        errorAt(
          words.place([]),
          'missing-text',
          `There are no shared words in \`${tag}\``,
          `Add \`shared/${tag}.yaml\``,
        ),
      );
    }
  }
  return problems;
}

/** Shared blocks keep the order of their file. */
function usedBlocks(topic: TopicFiles, shared: readonly Block[]): Block[] {
  const { uses } = topic.structure.value;
  return shared.filter((block) => uses.some((pattern) => matches(pattern, block.id)));
}

/** `note.*` takes all that begin so; `*` takes all. */
function matches(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}

/** All that the topic's text in one language stands on; a change of any of it makes another content id. */
function contentHash(topic: TopicFiles, language: string, files: ContentFiles): string {
  const parts: (Located<unknown> | undefined)[] = [
    topic.structure,
    topic.words.get(language),
    files.rulebook,
    files.blocks,
    files.words.get(language),
    // A translation stands on the words that it was made from: gaps are filled with them.
    ...(language === sourceLanguage
      ? []
      : [topic.words.get(sourceLanguage), files.words.get(sourceLanguage)]),
    files.locale,
    ...[...files.figures.values()],
  ];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part?.hash ?? '-');
  return hash.digest('hex');
}
