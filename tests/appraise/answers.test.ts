/** Protects people's answers: they count for the text they were given for and for no other, and never against what the program sees. */

import { expect, it } from 'vitest';
import { appraise, scoresOf } from '../../src/appraise/appraise.ts';
import type { Answer, StoredAnswer, Verdict } from '../../src/domain/appraisal.ts';
import { day } from '../support/shipped-content.ts';
import { finding, materialWith } from './support/sample-material.ts';

const now = '0123456789abcdef';
const before = 'fedcba9876543210';

function given(item: string, answer: Answer, text = now): StoredAnswer {
  return { item, answer, by: 'Jo Author', date: day('2026-11-23'), text };
}

function stateOf(item: string, stored: readonly StoredAnswer[], material = materialWith()) {
  return appraise(material, stored, now).verdicts.find((each) => each.item === item)?.state;
}

it('an answer counts, with name and date, while the text is the one it was given for', () => {
  expect(stateOf('pemat-2', [given('pemat-2', 'disagree')])).toMatchObject({
    kind: 'answered',
    answer: 'disagree',
    by: 'Jo Author',
    date: '2026-11-23',
  });
});

it('an answer to an earlier text falls due again', () => {
  expect(stateOf('pemat-2', [given('pemat-2', 'agree', before)])).toMatchObject({
    kind: 'open',
    why: 'asked again: the text changed since 2026-11-23',
  });
});

it('nobody can overrule the program', () => {
  const material = materialWith({ findings: [finding('long-list', 'error')] });
  expect(stateOf('pemat-8', [given('pemat-8', 'agree')], material)).toMatchObject({ answer: 'disagree' });
});

it('what hangs on sums is asked once', () => {
  expect(stateOf('cci-17', [])).toEqual({ kind: 'waits', item: 'pemat-7' });
  expect(stateOf('pemat-24', [])).toEqual({ kind: 'waits', item: 'pemat-7' });
  const none = [given('pemat-7', 'agree')];
  expect(stateOf('cci-17', none)).toMatchObject({ answer: 'agree' });
  expect(stateOf('pemat-24', none)).toMatchObject({ answer: 'not-applicable' });
  const some = [given('pemat-7', 'disagree')];
  expect(stateOf('cci-17', some)).toMatchObject({ answer: 'disagree' });
  expect(stateOf('pemat-24', some)).toMatchObject({ kind: 'open' });
});

it('scores leave out what does not apply and what is not decided', () => {
  const verdict = (state: Verdict['state']): Verdict => ({
    item: 'pemat-1',
    part: 'understandability',
    says: '',
    mend: '',
    state,
  });
  const decided = (answer: Answer) => verdict({ kind: 'decided', answer, reason: '' });
  const score = scoresOf([
    decided('agree'),
    verdict({ kind: 'answered', answer: 'agree', by: 'Jo', date: '2026-11-23' }),
    decided('disagree'),
    decided('not-applicable'),
    verdict({ kind: 'open', why: '' }),
    verdict({ kind: 'waits', item: 'pemat-7' }),
  ])[0];
  expect(score).toEqual({
    part: 'understandability',
    passMark: 70,
    agreed: 2,
    decided: 3,
    waiting: 2,
    percent: 66,
  });
});

it('nothing decided is no score, and certainly no 0 %', () => {
  expect(scoresOf([]).map(({ percent, passMark }) => [percent, passMark])).toEqual([
    [undefined, 70],
    [undefined, 70],
    [undefined, 90],
  ]);
});
