/** The pictures of the sheets -> judgements on whether they are there, named, and of use. */

import type { PrintedBlock } from '../domain/handout.ts';
import { ask, disagree, doesNotApply, type Judge, onEverySheet } from './judgement.ts';
import { blocksOf, type Material, sectionsOf } from './material.ts';

/** Steps without a picture may be clear all the same. */
export const picturesWhereTheyHelp: Judge = ({ sheets }) => {
  const blocks = sheets.flatMap(({ handout }) => blocksOf(handout));
  const bare = distinct(
    blocks.filter(({ steps, figures }) => steps.length > 0 && figures.length === 0).map(({ id }) => id),
  );
  return ask(
    bare.length === 0 ? 'every set of steps has a picture' : `steps without a picture: ${bare.join(', ')}`,
  );
};

export const fittingPictures: Judge = (material) => {
  const pictures = picturesIn(material);
  return pictures.length === 0 ? doesNotApply('no pictures') : ask(told(pictures));
};

export const namedPictures: Judge = (material) => {
  if (picturesIn(material).length === 0) return doesNotApply('no pictures');
  return onEverySheet(
    material,
    ({ handout }) =>
      sectionsOf(handout)
        .flatMap(({ blocks }) => blocks.map(unnamed))
        .find((found) => found !== undefined),
    'every picture has a title or a caption, and words for those who cannot see it',
  );
};

function unnamed({ id, title, figures }: PrintedBlock): string | undefined {
  for (const { alt, caption, captions } of figures) {
    if (alt.trim() === '') return `a picture of block ${id} has no words for those who cannot see it`;
    if (title === undefined && caption === undefined && (captions ?? []).length === 0) {
      return `the picture of block ${id} has neither title nor caption`;
    }
  }
  return undefined;
}

/** Pictures that show the main message; none at all can't. */
export const messagePicture: Judge = (material) => {
  if (material.topic.topic.plan === undefined) return disagree('no main message is named');
  const without = onEverySheet(
    material,
    ({ handout }) =>
      blocksOf(handout).some(({ figures }) => figures.length > 0) ? undefined : 'there is no picture',
    '',
  );
  if (without.kind === 'decided' && without.answer === 'disagree') return without;
  return ask(told(picturesIn(material)));
};

function picturesIn({ sheets }: Material): string[] {
  const blocks = sheets.flatMap(({ handout }) => blocksOf(handout));
  return distinct(blocks.filter(({ figures }) => figures.length > 0).map(({ id }) => id));
}

const mostNamed = 5;

function told(pictures: readonly string[]): string {
  const more = pictures.length - mostNamed;
  const named = pictures.slice(0, mostNamed).join(', ');
  return `pictures in ${named}${more > 0 ? ` and ${more} more blocks` : ''}`;
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
