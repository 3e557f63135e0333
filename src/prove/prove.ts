/** Content, and what no sheet may say -> every property over every combination, for each topic, language and style, with what broke. */

import type { Content } from '../domain/content.ts';
import { mergedNever, type Never } from '../domain/never.ts';
import { type Style, styleSchema } from '../domain/topic.ts';
import type { Breach } from './breach.ts';
import { all } from './decision-diagram.ts';
import { type Passage, passagesOf } from './passages.ts';
import { proveNothingAboveOk, proveOneBlock, proveSections } from './prove-blocks.ts';
import { proveDuties, proveExactlyOne } from './prove-duties.ts';
import { proveFixed } from './prove-fixed.ts';
import { proveMonotone, proveStaysUnknown } from './prove-levels.ts';
import { provePairs, proveWords } from './prove-never.ts';
import { proveNumbers } from './prove-numbers.ts';
import { proveAddedSigns, proveSigns, proveSignWords } from './prove-signs.ts';
import { type SheetModel, sheetModel } from './sheet-model.ts';
import { profileSpace } from './truth-of.ts';

/** One kind of sheet: a topic in a language and a style. */
export interface SheetKind {
  readonly topic: string;
  readonly language: string;
  readonly style: Style;
}

export interface ProvedKind extends SheetKind {
  /** Every combination of answers. */
  readonly profiles: bigint;
  readonly sentences: number;
  readonly breaches: readonly Breach[];
}

export function proveAll(content: Content): ProvedKind[] {
  const space = profileSpace(content.rulebook);
  const never = mergedNever(content.never);
  return [...content.topics.values()].flatMap((topic) =>
    [...topic.words.keys()].flatMap((language) => {
      const passages = passagesOf(content, topic, language, never);
      return styleSchema.options.map((style): ProvedKind => {
        const model = sheetModel(space, content.rulebook, topic.blocks, style);
        const words = content.words.get(language);
        return {
          topic: topic.topic.id,
          language,
          style,
          profiles: space.diagrams.count(all),
          sentences: passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
          breaches: [
            ...proveRules(model, never),
            ...proveTexts(model, never, passages, language),
            ...(words === undefined ? [] : proveSignWords(model, words, language)),
            ...proveNumbers(content, topic, language),
            ...proveFixed(content, topic.blocks, language, never),
          ],
        };
      });
    }),
  );
}

/** What depends on the rules alone. */
export function proveRules(model: SheetModel, never: Never): Breach[] {
  return [
    ...proveSigns(model),
    ...proveAddedSigns(model, never),
    ...proveMonotone(model),
    ...proveStaysUnknown(model, never),
    ...proveOneBlock(model),
    ...proveNothingAboveOk(model),
    ...proveSections(model),
    ...provePairs(model, never),
    ...proveExactlyOne(model, never),
  ];
}

/** What depends on the words too. */
export function proveTexts(
  model: SheetModel,
  never: Never,
  passages: readonly Passage[],
  language: string,
): Breach[] {
  return [...proveWords(model, never, passages), ...proveDuties(model, never, passages, language)];
}
