/** Blocks of one file -> a diagnostic for each name in them that leads nowhere, and for each id used twice. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { Block } from '../domain/topic.ts';
import type { ContentFiles } from './content-files.ts';
import type { FieldPath } from './field-path.ts';
import { linkCondition } from './link-factors.ts';
import { linkName, linkNames } from './link-names.ts';
import type { Located } from './located.ts';

/** Sections whose words are the clinic's, not medicine: they need no claim. */
const unsourced = new Set(['teach-back']);

export function linkBlocks(
  blocks: readonly Block[],
  file: Located<unknown>,
  files: ContentFiles,
  /** Ids of blocks that `with` may name: those of this file and of the shared one. */
  allIds: readonly string[],
): Diagnostic[] {
  const rulebook = files.rulebook.value;
  const resources = Object.keys(rulebook.resources);
  const claims = Object.keys(files.claims.value);
  const sources = Object.keys(files.sources.value);
  const seen = new Set<string>();
  return blocks.flatMap((block, i) => {
    const path: FieldPath = ['blocks', i];
    const at = (field: string) => [...path, field];
    const problems = [
      ...linkCondition(block.when, file, at('when'), rulebook),
      ...linkCondition(block.fits, file, at('fits'), rulebook),
      ...linkName(block.resource, 'resource', resources, file, at('resource')),
      ...linkNames(block.recommends, 'resource', resources, file, at('recommends')),
      ...linkNames(block.warns, 'resource', resources, file, at('warns')),
      ...linkNames(block.claims, 'claim', claims, file, at('claims')),
      ...linkNames(block.sources, 'source', sources, file, at('sources')),
      ...linkName(block.icon, 'icon', Object.keys(files.icons.value), file, at('icon')),
      ...linkNames(block.figures, 'figure', files.names.figures, file, at('figures')),
      ...linkNames(block.with ?? [], 'block', allIds, file, at('with')),
    ];
    if (seen.has(block.id)) {
      problems.push(
        errorAt(
          file.place(at('id')),
          'duplicate-block',
          `The block \`${block.id}\` stands here twice`,
          'Rename one',
        ),
      );
    }
    seen.add(block.id);
    if (block.claims.length + block.sources.length === 0 && !unsourced.has(block.section)) {
      problems.push(
        errorAt(
          file.place(path),
          'no-source',
          `The block \`${block.id}\` names no claim and no source`,
          'Add `claims:` or `sources:`: every medical sentence must trace to one',
        ),
      );
    }
    return problems;
  });
}
