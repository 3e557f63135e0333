/** Protects what is asked: every factor that can change this topic's sheet, none that can't, in the group of what it does. */

import { beforeAll, expect, it } from 'vitest';
import type { Content } from '../../../src/domain/content.ts';
import { order, questionsOf } from '../../../src/web/make-one/questions.ts';
import {
  healthyFactors,
  profileWith,
  shippedContent,
  spasmTopic,
  tailorWith,
} from '../../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

it('asks for every factor that changes a level, a sign or a block of this topic', () => {
  const asked = new Set(questionsOf(content, spasmTopic(content)).map(({ id }) => id));
  const traceOf = (factors: Readonly<Record<string, string>>) => {
    const { levels, signs, blocks } = tailorWith(content, profileWith(factors, { style: 'full' })).trace;
    const set = [...levels].map(([id, { level }]) => `${id} ${level}`);
    return JSON.stringify([set, signs, blocks.map(({ id, shown }) => `${id} ${shown}`)]);
  };
  const healthy = traceOf(healthyFactors);
  const changing = Object.entries(content.rulebook.factors).flatMap(([id, rule]) => {
    const values = rule.kind === 'yes-no' ? ['yes'] : rule.kind === 'choice' ? rule.values : [];
    return values.some((value) => traceOf({ ...healthyFactors, [id]: value }) !== healthy) ? [id] : [];
  });
  expect(changing.length).toBeGreaterThan(15);
  expect(changing.filter((id) => !asked.has(id))).toEqual([]);
});

it('asks nothing that only another topic needs', () => {
  const topic = spasmTopic(content);
  const bare = { ...topic, blocks: topic.blocks.filter(({ section }) => section === 'key-points') };
  const asked = questionsOf(content, bare).map(({ id }) => id);
  // What adds a warning sign is asked for every topic.
  expect(asked).toContain('blood_thinner');
  expect(asked).not.toContain('cold_sensitive');
});

it('groups by what the answer does, warning signs first', () => {
  const groups = questionsOf(content, spasmTopic(content)).map(({ group }) => group);
  expect([...new Set(groups)]).toEqual(order);
  const groupOf = (id: string) =>
    questionsOf(content, spasmTopic(content)).find((each) => each.id === id)?.group;
  expect(groupOf('blood_thinner')).toBe('signs');
  expect(groupOf('kidney_disease')).toBe('medicine');
  expect(groupOf('numb_skin')).toBe('moves');
  expect(groupOf('region')).toBe('about');
});
