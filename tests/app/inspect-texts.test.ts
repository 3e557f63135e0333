/** Protects what the library shows of a text: the hardest sheet's grade, what people answered, and a proof that can fail. */

import { afterEach, expect, it } from 'vitest';
import { textsKey } from '../../src/app/content-key.ts';
import { inspectTexts } from '../../src/app/inspect-texts.ts';
import { readSettings } from '../../src/settings.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { day } from '../support/shipped-content.ts';

const today = day('2026-11-23');
let copy: ContentCopy | undefined;
afterEach(() => copy?.remove());

it('is a grade, the checks by hand, and a proof that holds or says for whom it does not', async () => {
  copy = copyContent();
  const settings = readSettings({ content: copy.folder }, process.env);
  const [text] = (await inspectTexts(settings, today)) ?? [];
  expect(text).toMatchObject({ topic: 'back-muscle-spasm', language: 'en', hard: 0, unproved: [] });
  expect(text?.reading?.scale).toBe('grade');
  expect(text?.reading?.value).toBeGreaterThan(0);
  expect(text?.reading?.value).toBeLessThan(6);
  expect(text?.byHand.answered).toBe(0);
  expect(text?.byHand.of).toBeGreaterThan(10);
  copy.change('rulebook.yaml', "      - {nsaid_allergy: 'yes'}\n", '');
  const [weakened] = (await inspectTexts(settings, today)) ?? [];
  expect(weakened?.unproved.length).toBeGreaterThan(0);
}, 120_000);

it('is remembered while only decisions of people change', () => {
  copy = copyContent();
  const settings = readSettings({ content: copy.folder }, process.env);
  const before = textsKey(settings, today);
  copy.write('withdrawn.yaml', 'withdrawn: []\n');
  expect(textsKey(settings, today)).toBe(before);
  copy.change('shared/en.yaml', 'Start with 1 and 2', 'Start with 3');
  expect(textsKey(settings, today)).not.toBe(before);
});
