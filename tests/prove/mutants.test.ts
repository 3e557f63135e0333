/** Protects the proof's teeth on the shipped content: each rule, deleted or weakened in turn, is seen, or is harmless for a stated reason. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { mutantsOf } from '../../src/prove/mutants.ts';
import { type TriedMutant, tryMutants } from '../../src/prove/try-mutants.ts';
import { weakerConditions } from '../../src/prove/weaker-conditions.ts';
import { day, shippedContent, spasmTopic } from '../support/shipped-content.ts';

let content: Content;
let tried: readonly TriedMutant[];
beforeAll(async () => {
  content = await shippedContent();
  tried = tryMutants(content, spasmTopic(content), 'en', day('2026-11-24'));
});

const seen = (mutant: TriedMutant) => mutant.killedBy !== undefined;

describe('weakened rules', () => {
  it('are all seen, or harmless for a reason that is told', () => {
    expect(
      tried.filter((each) => !seen(each) && each.harmless === undefined).map(({ what }) => what),
    ).toEqual([]);
    expect(tried.length).toBeGreaterThan(500);
  });

  it('that make a level lower are seen, but for those that change no sheet', () => {
    const lowered = tried.filter(
      ({ what, of }) => of === 'rulebook' && /\.(avoid|starts)\b.*(deleted|made)/.test(what),
    );
    expect(lowered.length).toBeGreaterThan(50);
    const alive = lowered.filter((each) => !seen(each));
    expect(alive.filter(({ harmless }) => harmless?.startsWith('it changes no sheet') !== true)).toEqual([]);
  });

  it('that take a warning sign away, or make it less urgent, are all seen', () => {
    const signs = tried.filter(({ what }) =>
      /^[EU]\d+ (deleted|made less urgent|no longer raised)/.test(what),
    );
    expect(signs.length).toBeGreaterThan(50);
    expect(signs.filter((each) => !seen(each)).map(({ what }) => what)).toEqual([]);
  });

  it('that let advice out from under its tag are all seen', () => {
    const untagged = tried.filter(({ what }) => what.includes('no longer tagged'));
    expect(untagged.length).toBeGreaterThan(10);
    const alive = untagged.filter((each) => !seen(each) && !each.what.includes('scan_line'));
    expect(alive.filter(({ harmless }) => harmless?.startsWith('it changes no sheet') !== true)).toEqual([]);
  });
});

describe('the ways to weaken', () => {
  it('leave out each alternative and each value once', () => {
    const condition = {
      any: [{ weak_bones: 'yes' }, { all: [{ age: ['sixty', 'older'] }, { cancer: 'yes' }] }],
    };
    expect(weakerConditions(condition).map(({ condition: weaker }) => weaker)).toEqual([
      { any: [{ all: [{ age: ['sixty', 'older'] }, { cancer: 'yes' }] }] },
      { any: [{ weak_bones: 'yes' }] },
      { any: [{ weak_bones: 'yes' }, { all: [{ cancer: 'yes' }] }] },
      { any: [{ weak_bones: 'yes' }, { all: [{ age: ['sixty', 'older'] }] }] },
      { any: [{ weak_bones: 'yes' }, { all: [{ age: ['older'] }, { cancer: 'yes' }] }] },
      { any: [{ weak_bones: 'yes' }, { all: [{ age: ['sixty'] }, { cancer: 'yes' }] }] },
    ]);
    expect(weakerConditions({ blood_thinner: 'yes' })).toEqual([]);
    expect(weakerConditions({ not: { any: [{ cancer: 'yes' }, { age: 'child' }] } })).toMatchObject([
      { condition: { not: { any: [{ age: 'child' }] } } },
      { condition: { not: { any: [{ cancer: 'yes' }] } } },
    ]);
  });

  it('reach every rule of every level', () => {
    const { rulebook } = content;
    const rules = Object.values(rulebook.resources).flatMap((rule) => [...rule.ask, ...rule.avoid]);
    const deleted = mutantsOf(rulebook, []).filter(({ what }) => /\.(ask|avoid): .* deleted$/.test(what));
    expect(deleted).toHaveLength(rules.length);
  });
});
