/** Blocks with their words -> a diagnostic for each text that its section would not print. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { sectionParts, type TextPart } from '../domain/section-parts.ts';
import type { Block } from '../domain/topic.ts';
import type { BlockText } from '../domain/words.ts';
import type { Located } from './located.ts';

export function linkSections(
  blocks: readonly Block[],
  words: Readonly<Record<string, BlockText>>,
  file: Located<unknown>,
): Diagnostic[] {
  return blocks.flatMap((block) => {
    const text = words[block.id];
    if (text === undefined) return [];
    const places = block.full_section === undefined ? [block.section] : [block.section, block.full_section];
    return places.flatMap((section) => {
      const { parts } = sectionParts[section];
      const written = Object.keys(text) as TextPart[];
      return written
        .filter((part) => text[part] !== undefined && !parts.includes(part))
        .map((part) =>
          errorAt(
            file.place(['blocks', block.id, part], 'key'),
            'part-not-printed',
            `\`${part}\` would not be printed: the section \`${section}\` of \`${block.id}\` prints ${parts.join(', ')}`,
            `Write it as ${parts.map((each) => `\`${each}:\``).join(' or ')}`,
          ),
        );
    });
  });
}

/** A block that claims to be shown in a style whose page has no such section. */
export function linkStyles(blocks: readonly Block[], file: Located<unknown>): Diagnostic[] {
  return blocks.flatMap((block, index) => {
    const lost = block.styles.filter((style) => {
      const section = style === 'full' ? (block.full_section ?? block.section) : block.section;
      return !sectionParts[section].styles.includes(style);
    });
    if (lost.length === 0) return [];
    return [
      errorAt(
        file.place(['blocks', index]),
        'section-not-printed',
        `The style ${lost.join(', ')} has no section \`${block.section}\`, so \`${block.id}\` would not be printed`,
        'Add `styles: [full]`, or choose another section',
      ),
    ];
  });
}
