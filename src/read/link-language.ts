/** All words of one language -> a diagnostic for each part of the structure that lacks its words there. */

import { basename } from 'node:path';
import { factorTests } from '../domain/condition.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { builtInTerms } from '../domain/terms.ts';
import type { Block } from '../domain/topic.ts';
import { sectionIds } from '../domain/topic.ts';
import { isSafetyBlock } from '../domain/translation.ts';
import type { SharedWords, TopicWords } from '../domain/words.ts';
import type { ContentFiles } from './content-files.ts';
import { linkCondition } from './link-factors.ts';
import { linkSections } from './link-sections.ts';
import { emptyTexts, linkKeys, linkTerms } from './link-words.ts';
import type { Located } from './located.ts';

/** Sections that print no heading of their own. */
const headless = new Set(['key-points', 'teach-back', 'moves-stop']);

export function linkSharedWords(file: Located<SharedWords>, files: ContentFiles): Diagnostic[] {
  const words = file.value;
  const rulebook = files.rulebook.value;
  const headings = [...sectionIds.filter((id) => !headless.has(id)), 'moves-full'];
  const usedFigures = [
    ...new Set(
      [
        ...files.blocks.value.blocks,
        ...[...files.topics.values()].flatMap((t) => t.structure.value.blocks),
      ].flatMap((b) => b.figures),
    ),
  ];
  // A figure that does not exist is told where it is named.
  const drawn = usedFigures.filter((id) => files.figures.has(id));
  const blockIds = files.blocks.value.blocks.map((block) => block.id);
  return [
    ...linkKeys('section', headings, words.sections, file, ['sections']),
    ...linkKeys('factor', Object.keys(rulebook.factors), words.factors, file, ['factors']),
    ...linkKeys('sign', Object.keys(rulebook.signs), words.signs, file, ['signs']),
    ...linkKeys(
      'block',
      blockIds,
      words.blocks,
      file,
      ['blocks'],
      sparedBlocks(files.blocks.value.blocks, words),
    ),
    ...drawn
      .filter((id) => words.figures[id] === undefined)
      .map((id) =>
        errorAt(
          file.place(['figures'], 'key'),
          'missing-text',
          `The figure \`${id}\` has no alternative text`,
          `Add \`${id}:\` under \`figures:\`: start, move, and where the arrow points, in one sentence`,
        ),
      ),
    ...emptyTexts(words.blocks, file, ['blocks']),
    ...linkSections(files.blocks.value.blocks, words.blocks, file),
    ...ownLanguage(file),
    ...linkTerms({ ...words }, termsOf(files), file, []),
    ...conditionWords(file, files),
    ...reasonWords(file, files),
  ];
}

export function linkTopicWords(
  file: Located<TopicWords>,
  blocks: readonly Block[],
  files: ContentFiles,
): Diagnostic[] {
  return [
    ...linkKeys(
      'block',
      blocks.map((block) => block.id),
      file.value.blocks,
      file,
      ['blocks'],
      sparedBlocks(blocks, file.value),
    ),
    ...emptyTexts(file.value.blocks, file, ['blocks']),
    ...linkSections(blocks, file.value.blocks, file),
    ...linkTerms(file.value, termsOf(files), file, []),
  ];
}

/** In a translation, a part that teaches may be missing: it is printed in the source language, with a mark. */
function sparedBlocks(blocks: readonly Block[], words: SharedWords | TopicWords): string[] {
  if (words.translation === undefined) return [];
  return blocks.filter((block) => !isSafetyBlock(block)).map((block) => block.id);
}

/** `es.yaml` must hold Spanish: a copy that still says `tag: en` was forgotten. */
function ownLanguage(file: Located<SharedWords>): Diagnostic[] {
  const { tag } = file.value.language;
  if (basename(file.file) === `${tag}.yaml`) return [];
  const hint = `Write the tag that the file is named by, or name it ${tag}.yaml`;
  return [
    errorAt(file.place(['language', 'tag']), 'wrong-language', 'The tag is not the name of the file', hint),
  ];
}

function termsOf(files: ContentFiles): string[] {
  return [...Object.keys(files.locale.value.terms), ...builtInTerms];
}

/** A sign that a factor adds or raises needs words for when the factor is not known. */
function conditionWords(file: Located<SharedWords>, files: ContentFiles): Diagnostic[] {
  const rulebook = files.rulebook.value;
  return Object.entries(file.value.signs).flatMap(([id, words]) => {
    const rule = rulebook.signs[id];
    const depends = rule?.when !== undefined || rule?.raised_when !== undefined;
    const problems = words.variants.flatMap((variant, i) => [
      ...linkCondition(variant.when, file, ['signs', id, 'variants', i, 'when'], rulebook),
      ...linkCondition(variant.fits, file, ['signs', id, 'variants', i, 'fits'], rulebook),
    ]);
    if (depends && words.condition === undefined) {
      problems.push(
        errorAt(
          file.place(['signs', id]),
          'missing-text',
          `The sign \`${id}\` has no words for when its factor is not known`,
          'Add `condition:`, such as "If you take a blood thinner:"',
        ),
      );
    }
    return problems;
  });
}

/** Each value that raises a level needs the words of its reason: a level without a printed reason is no use. */
function reasonWords(file: Located<SharedWords>, files: ContentFiles): Diagnostic[] {
  const rulebook = files.rulebook.value;
  const needed = Object.values(rulebook.resources).flatMap((rule) =>
    [...rule.ask, ...rule.avoid].flatMap((condition) => factorTests(condition)),
  );
  const missing = needed.flatMap((test) => {
    const because = file.value.factors[test.factor]?.because ?? {};
    return test.values
      .filter((value) => because[value] === undefined)
      .map((value) => `${test.factor}.because.${value}`);
  });
  return [...new Set(missing)].map((name) =>
    errorAt(
      file.place(['factors', name.split('.')[0] ?? ''], 'key'),
      'missing-text',
      `\`${name}\` is missing: this answer raises a level, and the sheet prints why`,
      'Add it, such as "you take a blood thinner"',
    ),
  );
}
