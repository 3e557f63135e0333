/** Protects both instruments: what the program decides can come out either way, and what only people see is never decided for them. */

import { describe, expect, it } from 'vitest';
import { appraise } from '../../src/appraise/appraise.ts';
import { itemIds } from '../../src/domain/appraisal.ts';
import type { Handout } from '../../src/domain/handout.ts';
import { block } from '../support/sample-blocks.ts';
import { full, healthy } from '../support/sample-handout.ts';
import { line } from '../support/sample-words.ts';
import { finding, materialWith, type Sample } from './support/sample-material.ts';

const text = '0123456789abcdef';

function stateOf(item: string, sample: Sample = {}) {
  const verdict = appraise(materialWith(sample), [], text).verdicts.find((each) => each.item === item);
  if (verdict === undefined) throw new Error(`no item ${item}`);
  return verdict.state;
}

const withToday = (rest: Partial<Handout['today']>): Handout => ({
  ...healthy,
  today: { ...healthy.today, ...rest },
});
const withWeek = (week_walk: string): Handout => ({ ...healthy, labels: { ...healthy.labels, week_walk } });
const withMoves = (moves: Handout['moves']): Handout => ({ ...healthy, moves });
const steps = (...told: string[]) =>
  withMoves({ heading: 'Your moves', blocks: [block('m', { title: 'M', steps: told })] });
const plain = (handout: Handout): Handout => ({
  ...handout,
  keyPoints: [line('Keep moving.')],
  today: { heading: 'Today', blocks: [block('today.move', { text: 'Walk.' })] },
});
const nothingToDo = withToday({ blocks: [] });
const noPicture = withMoves({ heading: 'Moves', blocks: [block('m', { steps: ['Sit.', 'Stand.'] })] });
const noBenefit = { ...planWith(), told_by: { main_message: ['key.move'] } };

function planWith() {
  const { plan } = materialWith().topic.topic;
  if (plan === undefined) throw new Error('the sample has a plan');
  return plan;
}

describe('an item that the program decides', () => {
  it.each<[string, Sample]>([
    ['pemat-3', { findings: [finding('reading-grade', 'error')] }],
    ['pemat-4', { findings: [finding('unexplained-term', 'error')] }],
    ['pemat-8', { findings: [finding('long-list', 'error')] }],
    ['pemat-8', { handout: withToday({ blocks: [block('b', { text: 'word '.repeat(61) })] }) }],
    ['pemat-8', { handout: withToday({ blocks: [block('b', { items: Array(11).fill('w '.repeat(10)) })] }) }],
    ['pemat-9', { handout: withToday({ heading: 'Other' }) }],
    ['pemat-9', { handout: withToday({ heading: '' }) }],
    ['pemat-9', { handout: withToday({ heading: healthy.medicine.heading }) }],
    ['pemat-11', { handout: { ...healthy, keyPoints: [] } }],
    ['pemat-12', { handout: plain(healthy) }],
    ['pemat-17', { handout: withToday({ blocks: [block('b', { sizes: [[9, 9]] })] }) }],
    ['pemat-19', { handout: withWeek('How far I have walked today') }],
    ['pemat-20', { handout: nothingToDo }],
    ['pemat-21', { findings: [finding('third-person', 'error')] }],
    ['pemat-22', { handout: withMoves(undefined) }],
    ['pemat-22', { handout: steps('Only one.') }],
    ['pemat-22', { handout: steps('Sit.', 'Stand up and then walk.') }],
    ['pemat-22', { handout: steps('Sit.', 'word '.repeat(21)) }],
    ['pemat-23', { handout: { ...healthy, plan: { ...healthy.plan, week: [], dates: [] } } }],
    ['cci-1', { message: 'One. Two. Three. Four.' }],
    ['cci-1', { message: `${'word '.repeat(16)}.` }],
    ['cci-1', { shown: ['moves.stop', 'fact.why'] }],
    ['cci-2', { messageSection: 'today' }],
    ['cci-3', { message: 'Keep moving.' }],
    ['cci-5', { handout: nothingToDo }],
    ['cci-6', { findings: [finding('passive-voice', 'error', 'key points')] }],
    ['cci-7', { findings: [finding('jargon', 'error')] }],
    ['cci-8', { findings: [finding('long-list', 'error')] }],
    ['cci-10', { handout: { ...healthy, keyPoints: [] } }],
    ['cci-11', { shown: ['key.move', 'moves.stop'] }],
    ['cci-12', { handout: nothingToDo }],
    ['cci-13', { plan: noBenefit }],
    ['cci-14', { handout: { ...healthy, clinic: { ...healthy.clinic, phone: ' ' } } }],
    ['cci-14', { handout: withMoves(undefined) }],
    ['cci-19', { shown: ['key.move', 'fact.why'] }],
    ['cci-19', { plan: noBenefit }],
    [
      'cci-20',
      {
        handout: withToday({ blocks: [block('b', { text: 'It helps 4 in 5 people.' })] }),
        findings: [finding('hard-number', 'error', 'block b')],
      },
    ],
  ])('%s can be for it and against it, with the reason', (item, broken) => {
    const sound = item === 'cci-20' ? { ...broken, findings: [] } : {};
    expect(stateOf(item, sound)).toMatchObject({ kind: 'decided', answer: 'agree' });
    expect(stateOf(item, broken)).toMatchObject({
      kind: 'decided',
      answer: 'disagree',
      reason: expect.stringMatching(/\w/),
    });
  });

  it('is decided against when the topic has no plan to hold it against', () => {
    for (const item of ['pemat-1', 'cci-1', 'cci-2', 'cci-3', 'cci-4', 'cci-11', 'cci-13', 'cci-19'])
      expect(stateOf(item, { plan: undefined }), item).toMatchObject({ answer: 'disagree' });
  });

  it('holds for the full style too', () => {
    for (const item of ['pemat-8', 'pemat-9', 'pemat-17', 'pemat-22', 'cci-8', 'cci-14'])
      expect(stateOf(item, { handout: full }), item).toMatchObject({ answer: 'agree' });
  });

  it('says on which sheet it fails, of many', () => {
    const [good] = materialWith().sheets;
    const [bad] = materialWith({ handout: nothingToDo }).sheets;
    if (good === undefined || bad === undefined) throw new Error('no sheet');
    const material = { ...materialWith(), sheets: [good, { ...bad, name: 'nothing known' }, bad] };
    const found = appraise(material, [], text).verdicts.find(({ item }) => item === 'pemat-20');
    expect(found?.state).toMatchObject({ reason: expect.stringContaining('"nothing known" and 1 more') });
  });

  it('does not apply where there is nothing of the kind', () => {
    expect(stateOf('pemat-17', { handout: noPicture })).toMatchObject({ answer: 'not-applicable' });
    const weekless = { ...healthy, plan: { ...healthy.plan, week: [] } };
    for (const item of ['pemat-19', 'pemat-25'])
      expect(stateOf(item, { handout: weekless }), item).toMatchObject({ answer: 'not-applicable' });
    expect(stateOf('cci-20')).toMatchObject({ answer: 'not-applicable' });
  });
});

describe('an item that a person decides', () => {
  const people = ['pemat-1', 'pemat-2', 'pemat-5', 'pemat-6', 'pemat-7', 'pemat-10', 'pemat-15', 'pemat-16'];
  const more = ['pemat-18', 'pemat-25', 'pemat-26', 'cci-4', 'cci-9', 'cci-15', 'cci-16', 'cci-18'];

  it.each([...people, ...more])('%s is open while nobody was asked, however good the sheet', (item) => {
    expect(stateOf(item)).toMatchObject({ kind: 'open', why: 'nobody was asked' });
  });

  it('gets what the program saw as a hint', () => {
    expect(stateOf('pemat-5', { findings: [finding('passive-voice', 'warning')] })).toMatchObject({
      kind: 'open',
      hint: expect.stringContaining('passive-voice found'),
    });
    expect(stateOf('pemat-7', { findings: [finding('sums', 'error')] })).toMatchObject({ kind: 'open' });
  });

  it('a warning is no verdict: it opens an item that would be decided', () => {
    for (const [item, rule] of [
      ['pemat-3', 'jargon'],
      ['pemat-4', 'unexplained-term'],
      ['pemat-21', 'third-person'],
      ['cci-7', 'jargon'],
    ] as const)
      expect(stateOf(item, { findings: [finding(rule, 'warning')] }), item).toMatchObject({ kind: 'open' });
  });

  it('a passive sentence far from the calls to act does not touch the strict item', () => {
    const elsewhere = [finding('passive-voice', 'error', 'block why.rarely')];
    expect(stateOf('cci-6', { findings: elsewhere })).toMatchObject({ answer: 'agree' });
    const called = [finding('passive-voice', 'warning', 'block today.move')];
    expect(stateOf('cci-6', { findings: called })).toMatchObject({ kind: 'open' });
  });

  it('words of a language without a formula are left to a person', () => {
    expect(stateOf('pemat-3', { language: 'vi', scores: {} })).toMatchObject({ kind: 'open' });
    expect(stateOf('pemat-9', { language: 'vi' })).toMatchObject({ kind: 'open' });
  });
});

it('every item of both instruments is there, once', () => {
  const { verdicts } = appraise(materialWith(), [], text);
  expect(verdicts.map(({ item }) => item)).toEqual(itemIds);
  expect(itemIds).toHaveLength(24 + 20);
});
