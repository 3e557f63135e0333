/** Protects the right-hand start where papers are mixed: a blank back has the size of the sheet whose back it is. */

import { expect, it } from 'vitest';
import { DEFAULT_PAGE_SETTINGS } from '../../src/domain/page-settings.ts';
import { combinedPage } from '../../src/render/combined-page.ts';
import { bloodThinner, healthy } from '../support/sample-handout.ts';
import { renderer } from '../support/shipped-page.ts';

const sheet = (handout: typeof bloodThinner, paper: 'A4' | 'Letter', pages: number) => ({
  handout: { ...handout, paper, letter: paper === 'Letter' },
  settings: DEFAULT_PAGE_SETTINGS,
  pages,
});

it('gives a blank back the paper of the sheet before it', () => {
  const sheets = [sheet(bloodThinner, 'Letter', 3), sheet(healthy, 'A4', 1), sheet(healthy, 'Letter', 2)];
  const { html, pages } = combinedPage(sheets, renderer, '', 'All');
  expect(
    [...html.matchAll(/class="blank-page" style="page: blank-(\w+)"/g)].map(([, paper]) => paper),
  ).toEqual(['Letter', 'A4']);
  expect(pages).toBe(8);
});
