/** Protects the program from templates of a clinic that never end: they break off, and the next page is not held back. */

import { expect, it } from 'vitest';
import { DEFAULT_PAGE_SETTINGS } from '../../src/domain/page-settings.ts';
import { createRenderer } from '../../src/render/engine.ts';
import { bloodThinner } from '../support/sample-handout.ts';

const render = (root: string, more: Record<string, string> = {}) => {
  const renderer = createRenderer(new Map(Object.entries({ handout: root, ...more })), new Map());
  return () => renderer.render(bloodThinner, DEFAULT_PAGE_SETTINGS, '');
};

it('loops within loops break off', () => {
  const nested = `${'{{#each @root.madeFor.tags}}'.repeat(40)}a${'{{/each}}'.repeat(40)}`;
  expect(bloodThinner.madeFor.tags.length).toBeGreaterThan(1);
  expect(render(nested)).toThrow(RangeError);
});

it('a template that calls itself breaks off', () => {
  expect(render('{{> a}}', { a: '<p>{{> a}}</p>' })).toThrow(RangeError);
});

it('loops are counted for each page anew', () => {
  const long = `${'{{#each @root.madeFor.tags}}'.repeat(4)}a${'{{/each}}'.repeat(4)}`;
  const again = render(long);
  const first = again();
  expect(first.length).toBeGreaterThan(10);
  for (let page = 0; page < 100_000 / first.length + 1; page += 1) expect(again()).toBe(first);
});
