/** Sample sheets with reports of our own making: what the items of both instruments are judged by. */

import type { Material } from '../../../src/appraise/material.ts';
import type { Handout } from '../../../src/domain/handout.ts';
import type { TextFinding, TextReport } from '../../../src/domain/text-report.ts';
import { type Topic, topicSchema } from '../../../src/domain/topic.ts';
import { healthy } from '../../support/sample-handout.ts';

const samplePlan: NonNullable<Topic['plan']> = {
  audience: 'People with a back spasm',
  literacy: 'Not known',
  objective: 'Keep moving',
  main_message: 'Keep moving.',
  told_by: {
    main_message: ['key.move'],
    why: ['key.move'],
    benefit: ['key.move'],
    harm: ['moves.stop'],
    not_known: ['fact.why'],
  },
};

export interface Sample {
  readonly handout?: Handout;
  readonly findings?: readonly TextFinding[];
  readonly plan?: Topic['plan'];
  /** The words of the block `key.move`, which tells the main message. */
  readonly message?: string;
  readonly messageSection?: 'key-points' | 'today';
  readonly shown?: readonly string[];
  readonly language?: string;
  readonly scores?: Partial<TextReport['scores']>;
}

/** One sheet; the plan is the sample's own unless `plan` is given, be it as `undefined`. */
export function materialWith(sample: Sample = {}): Material {
  const { handout = healthy, findings = [], language = 'en' } = sample;
  const plan = 'plan' in sample ? sample.plan : samplePlan;
  const section = sample.messageSection ?? 'key-points';
  const topic = topicSchema.parse({
    id: 'sample',
    version: '1',
    short: 'SA',
    codes: [],
    ...(plan === undefined ? {} : { plan }),
    blocks: [{ id: 'key.move', section }],
  });
  const text = sample.message ?? '**Keep moving.** Short walks help most people.';
  const words = { title: 'Spasm', purpose: 'What it is.', blocks: { 'key.move': { text } } };
  const scores = { sentences: 60, words: 400, wordsPerSentence: 6.7, lettersPerWord: 3.9 };
  const report: TextReport = {
    topic: 'sample',
    language,
    style: 'standard',
    sheet: 'healthy adult',
    scores: { ...scores, ...(sample.scores ?? { fleschKincaid: 3.1, smog: 6 }) },
    findings,
  };
  const shown = new Set(sample.shown ?? ['key.move', 'moves.stop', 'fact.why']);
  return {
    topic: { topic, blocks: topic.blocks, words: new Map([[language, words]]) },
    language,
    sheets: [{ name: 'healthy adult', handout, shown, report }],
  };
}

export function finding(
  rule: TextFinding['rule'],
  severity: TextFinding['severity'],
  part = 'block today.move',
): TextFinding {
  return { rule, severity, part, words: 'some words', message: `${rule} found` };
}
