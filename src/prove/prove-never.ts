/** The sheet model, the sentences and what no sheet may say -> no pair meets, by level, by tag or by word; no unsafe words stand anywhere. */

import type { Never, NeverPair } from '../domain/never.ts';
import { type Breach, breachIf } from './breach.ts';
import { all, none, type Sheets } from './decision-diagram.ts';
import type { Passage, SpokenSentence } from './passages.ts';
import { shownOf } from './prove-blocks.ts';
import { readersOf } from './readers-of.ts';
import type { SheetModel } from './sheet-model.ts';
import { type TruthSets, truthOf } from './truth-of.ts';

const everybody: TruthSets = { yes: all, no: none, unknown: none };

/** By level and by tag. */
export function provePairs(model: SheetModel, never: Never): Breach[] {
  const { diagrams } = model.space;
  return never.pairs.flatMap((pair) => {
    const truth = conditionOf(pair, model);
    const maybe = diagrams.not(truth.no);
    return pair.advise.flatMap((thing) => {
      const resource = never.things[thing]?.resource;
      const levels = resource === undefined ? undefined : model.levels.get(resource);
      if (resource === undefined || levels === undefined) return [];
      const low = diagrams.or(
        diagrams.without(maybe, levels.ask),
        pair.level === 'avoid' ? diagrams.without(truth.yes, levels.avoid) : none,
      );
      const tagged = model.blocks
        .filter((block) => block.recommends.includes(resource))
        .map((block) => shownOf(model, block.id));
      return [
        ...breachIf(model, low, {
          property: 'never-pairs',
          about: pair.id,
          message: `${resource} stands too low for this patient: ${pair.why}`,
          hint: `Raise \`resources.${resource}\` in rulebook.yaml to \`${pair.level}\` where ${pair.id} says`,
        }),
        ...breachIf(model, diagrams.and(maybe, diagrams.some(tagged)), {
          property: 'never-pairs',
          about: pair.id,
          message: `A block advises ${resource} to this patient: ${pair.why}`,
          hint: `Raise \`resources.${resource}\` in rulebook.yaml where ${pair.id} says`,
        }),
      ];
    });
  });
}

/** By the words themselves. */
export function proveWords(model: SheetModel, never: Never, passages: readonly Passage[]): Breach[] {
  const { diagrams } = model.space;
  const pairs = never.pairs.map((pair) => ({ pair, maybe: diagrams.not(conditionOf(pair, model).no) }));
  const telling = passages.filter(({ sentences }) =>
    sentences.some(({ advises, phrases, stated }) => advises.length + phrases.length + stated.length > 0),
  );
  return telling.flatMap((passage) => {
    const readers = readersOf(model, passage);
    if (readers === none) return [];
    return [
      ...passage.sentences.flatMap((sentence) => [
        ...pairs
          .filter(({ pair }) => pair.advise.some((thing) => sentence.advises.includes(thing)))
          .flatMap(({ pair, maybe }) =>
            breachIf(model, diagrams.and(readers, maybe), {
              property: 'never-words',
              about: `${passage.part}: ${pair.id}`,
              message: `\`${passage.part}\` says "${sentence.text}" to a patient for whom it is unsafe: ${pair.why}`,
              hint: 'Tag the block with `recommends:`, or say it as a warning ("Do not ...", "Ask us before ...")',
            }),
          ),
        ...wrongWords(sentence, passage, readers, model, never),
      ]),
      ...together(passage, readers, model, never),
    ];
  });
}

function wrongWords(
  sentence: SpokenSentence,
  passage: Passage,
  readers: Sheets,
  model: SheetModel,
  never: Never,
): Breach[] {
  return [
    ...sentence.phrases.flatMap((place) => {
      const phrase = never.phrases[place];
      return phrase === undefined
        ? []
        : breachIf(model, readers, {
            property: 'never-words',
            about: `${passage.part}: ${phrase.id}`,
            message: `\`${passage.part}\` says "${sentence.text}", which no sheet may say: ${phrase.why}`,
            hint: `Say "${phrase.instead}" instead`,
          });
    }),
    ...sentence.stated.flatMap((claim) =>
      breachIf(model, readers, {
        property: 'never-words',
        about: `${passage.part}: ${claim}`,
        message: `\`${passage.part}\` says "${sentence.text}": the unsafe claim ${claim} as it was stated`,
        hint: `Print the correction that claims.yaml gives under ${claim}, or nothing`,
      }),
    ),
  ];
}

function together(passage: Passage, readers: Sheets, model: SheetModel, never: Never): Breach[] {
  const advised = new Set(passage.sentences.flatMap((sentence) => sentence.advises));
  return never.apart
    .filter(({ things }) => things.every((thing) => advised.has(thing)))
    .flatMap((pair) =>
      breachIf(model, readers, {
        property: 'never-words',
        about: `${passage.part}: ${pair.id}`,
        message: `\`${passage.part}\` advises ${pair.things.join(' and ')} in one step: ${pair.why}`,
        hint: 'Keep them in two blocks, or warn of one of them',
      }),
    );
}

function conditionOf(pair: NeverPair, model: SheetModel): TruthSets {
  return pair.with === undefined ? everybody : truthOf(pair.with, model.space);
}
