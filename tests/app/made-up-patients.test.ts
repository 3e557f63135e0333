/** Protects the reach of the text check: every made-up patient gets a sheet, and together they see nearly all that can be printed. */

import { expect, it } from 'vitest';
import { appraisedSheets } from '../../src/app/appraised-sheets.ts';
import { extremePatients, typicalPatients } from '../../src/app/made-up-patients.ts';
import { exampleFolder } from '../support/run-handout.ts';
import { day, shippedContent, spasmTopic } from '../support/shipped-content.ts';

it('no one is refused, nobody’s own words are measured, and few blocks are on no sheet', async () => {
  const content = await shippedContent();
  const topic = spasmTopic(content);
  const about = [topic.topic.id, 'en', day('2026-11-23')] as const;
  const typical = await typicalPatients(exampleFolder, content, ...about);
  const extreme = extremePatients(content, ...about);
  expect(typical.length).toBeGreaterThan(10);
  // Nothing known, healthy, and everything yes in five ages; each in both styles.
  expect(extreme).toHaveLength(14);
  const patients = [...typical, ...extreme];
  const { sheets } = appraisedSheets({
    content,
    drawings: new Map(),
    topic,
    language: 'en',
    patients,
    read: (handout, sheet) => {
      const { topic: id, language, style } = handout;
      const scores = { sentences: 1, words: 1, wordsPerSentence: 1, lettersPerWord: 1 };
      return { topic: id, language, style, sheet, scores, findings: [] };
    },
  });
  expect(sheets.map(({ name }) => name)).toEqual(patients.map(({ name }) => name));
  expect(sheets.filter(({ handout }) => handout.clinicianNotes !== undefined)).toEqual([]);
  const seen = new Set(sheets.flatMap(({ shown }) => [...shown]));
  const unseen = topic.blocks.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  expect(unseen.length / topic.blocks.length, unseen.join(', ')).toBeLessThan(0.05);
});
