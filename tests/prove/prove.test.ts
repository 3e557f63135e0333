/** Protects the proof's teeth: each property, broken on purpose in the shipped content, is reported with the smallest profile. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content, TopicContent } from '../../src/domain/content.ts';
import { mergedNever } from '../../src/domain/never.ts';
import type { ResourceRule, Rulebook } from '../../src/domain/rulebook.ts';
import type { Block } from '../../src/domain/topic.ts';
import type { BlockText } from '../../src/domain/words.ts';
import type { Breach } from '../../src/prove/breach.ts';
import { questionsOf, told } from '../../src/prove/profile-space.ts';
import { proveAll } from '../../src/prove/prove.ts';
import { proveRefusals } from '../../src/prove/prove-refusals.ts';
import { day, shippedContent, spasmTopic } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

function breachesIn(changed: Content): Breach[] {
  return proveAll(changed).flatMap((kind) => kind.breaches);
}

/** Breaches of one property, as `about <- smallest profile`. */
function broken(changed: Content, property: Breach['property']): string[] {
  const questions = questionsOf(changed.rulebook);
  return breachesIn(changed)
    .filter((breach) => breach.property === property)
    .map(
      ({ about, profile }) => `${about} <- ${profile === undefined ? 'everybody' : told(profile, questions)}`,
    );
}

function withRulebook(change: Partial<Rulebook>): Content {
  return { ...content, rulebook: { ...content.rulebook, ...change } };
}

function withResource(id: string, change: Partial<ResourceRule>): Content {
  const rule = content.rulebook.resources[id];
  if (rule === undefined) throw new Error(`no ${id}`);
  return withRulebook({ resources: { ...content.rulebook.resources, [id]: { ...rule, ...change } } });
}

function withTopic(change: (topic: TopicContent) => TopicContent): Content {
  const topic = spasmTopic(content);
  return { ...content, topics: new Map([[topic.topic.id, change(topic)]]) };
}

function withBlock(id: string, change: Partial<Block> | undefined): Content {
  return withTopic((topic) => ({
    ...topic,
    blocks: topic.blocks.flatMap((block) => {
      if (block.id !== id) return [block];
      return change === undefined ? [] : [{ ...block, ...change }];
    }),
  }));
}

function withText(id: string, text: BlockText): Content {
  const words = content.words.get('en');
  if (words === undefined) throw new Error('no English');
  return { ...content, words: new Map([['en', { ...words, blocks: { ...words.blocks, [id]: text } }]]) };
}

describe('the shipped content', () => {
  it('holds every property, for every combination of answers, in each style and language', () => {
    const kinds = proveAll(content);
    expect(kinds.flatMap((kind) => kind.breaches)).toEqual([]);
    expect(kinds.length).toBeGreaterThanOrEqual(2);
    for (const { profiles } of kinds) expect(profiles).toBeGreaterThan(10n ** 13n);
  });

  it('prints no sheet on a ticked sign, an answer that is one, or a blocking code', () => {
    const { breaches, tried } = proveRefusals(
      content,
      spasmTopic(content),
      'en',
      day('2026-11-24'),
      mergedNever(content.never),
    );
    expect(breaches).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  });
});

describe('the proof sees', () => {
  it('a core sign that only some patients get', () => {
    const { E3, ...others } = content.rulebook.signs;
    if (E3 === undefined) throw new Error('no E3');
    const changed = withRulebook({ signs: { ...others, E3: { ...E3, when: { leg_signs: 'one-leg' } } } });
    expect(broken(changed, 'core-signs')).toContain('E3 <- a healthy adult, every question answered');
    const gone = withRulebook({ signs: others });
    expect(broken(gone, 'core-signs')).toContain('E3 <- a healthy adult, every question answered');
  });

  it('a rule under which knowing a risk makes the sheet less careful', () => {
    const changed = withResource('heat', { ask: [{ not: { sedatives: 'yes' } }] });
    expect(broken(changed, 'levels-only-rise')).toContain('the level of heat (ask) <- sedatives: yes');
  });

  it('a level without a message', () => {
    expect(broken(withBlock('nsaid.avoid', undefined), 'one-block-per-resource')).toContainEqual(
      expect.stringMatching(/^nsaid_oral at avoid <- \w+: \w+$/),
    );
  });

  it('a level that was weakened, with the one risk that shows it', () => {
    const avoid = content.rulebook.resources['nsaid_oral']?.avoid ?? [];
    const changed = withResource('nsaid_oral', {
      avoid: avoid.filter((each) => !('ulcer_or_bleed' in each)),
    });
    expect(broken(changed, 'never-pairs').join('\n')).toMatch(/<- ulcer_or_bleed: (yes|unknown)/);
  });

  it('advice in a text that no tag gives away', () => {
    const changed = withText('medicine.no-pill', {
      text: 'Use a warm pack, and rest with your legs on a chair.',
    });
    expect(broken(changed, 'never-words').join('\n')).toMatch(
      /medicine\.no-pill: .*<- .*numb_skin: (yes|unknown)/,
    );
  });

  it.each([
    ['life.desk', 'Sit up straight, and keep your back straight.'],
    ['note.pregnant', 'Sleep on your left side only.'],
    ['today.move', 'Stay in bed for two days.'],
    ['fact.why', 'It comes from bad posture.'],
    ['life.work', 'Stop taking your blood thinner before you lift.'],
  ])('words that no sheet may say, in %s', (id, text) => {
    const changed = id.startsWith('fact')
      ? withTopic((topic) => {
          const words = topic.words.get('en');
          if (words === undefined) throw new Error('no English');
          return {
            ...topic,
            words: new Map([['en', { ...words, blocks: { ...words.blocks, [id]: { text } } }]]),
          };
        })
      : withText(id, { text });
    expect(broken(changed, 'never-words').filter((each) => each.startsWith(id))).not.toEqual([]);
  });

  it('a message of a level that may be left out for room', () => {
    expect(broken(withBlock('nsaid.avoid', { drop: 1 }), 'one-block-per-resource')).not.toEqual([]);
  });

  it.each([
    'Never take ibuprofen and naproxen together, one ibuprofen with food is fine.',
    'Do not take ibuprofen on an empty stomach: ibuprofen with food is fine for you.',
    'Take ibuprofen if you take a muscle relaxant.',
  ])('advice behind a warning: %s', (text) => {
    expect(broken(withText('nsaid.avoid', { text }), 'never-words')).not.toEqual([]);
  });

  it('advice in a tag, a reason and the condition of a sign', () => {
    const words = content.words.get('en');
    const thinner = words?.factors['blood_thinner'];
    const sign = words?.signs['E10'];
    if (words === undefined || thinner === undefined || sign === undefined) throw new Error('no words');
    const withWords = (change: Partial<typeof words>) => ({
      ...content,
      words: new Map([['en', { ...words, ...change }]]),
    });
    const factors = (change: Partial<typeof thinner>) =>
      withWords({ factors: { ...words.factors, blood_thinner: { ...thinner, ...change } } });
    expect(broken(factors({ tags: { yes: 'Take ibuprofen' } }), 'never-words')).not.toEqual([]);
    expect(
      broken(factors({ because: { yes: 'you bleed, so use a heating pad' } }), 'never-words'),
    ).not.toEqual([]);
    const signs = withWords({
      signs: { ...words.signs, E10: { ...sign, condition: 'Take ibuprofen, or:' } },
    });
    expect(broken(signs, 'never-words')).not.toEqual([]);
  });

  it('a sign, a warning label, a question, a date or a number that was softened', () => {
    const words = content.words.get('en');
    if (words === undefined) throw new Error('no words');
    const withWords = (change: Partial<typeof words>) => ({
      ...content,
      words: new Map([['en', { ...words, ...change }]]),
    });
    const fixed = (changed: Content) => broken(changed, 'fixed-words').map((each) => each.split(' <-')[0]);
    const { E1, ...signs } = words.signs;
    if (E1 === undefined) throw new Error('no E1');
    const narrowed = withWords({
      signs: { ...signs, E1: { ...E1, lines: ['You cannot pee for two days'] } },
    });
    expect(fixed(narrowed)).toContain('signs.E1');
    const label = withWords({ labels: { ...words.labels, same_day_title: 'Call us this week' } });
    expect(fixed(label)).toContain('labels.same_day_title');
    const cancer = words.factors['cancer'];
    if (cancer === undefined) throw new Error('no cancer');
    const asked = { ...cancer, question: 'Does the patient have cancer now?' };
    expect(fixed(withWords({ factors: { ...words.factors, cancer: asked } }))).toContain('question cancer');
    const { S1 } = content.rulebook.signs;
    if (S1 === undefined) throw new Error('no S1');
    const later = withRulebook({ signs: { ...content.rulebook.signs, S1: { ...S1, days: 60 } } });
    expect(fixed(later)).toContain('days of S1');
    const number = { ...content, clinic: { ...content.clinic, emergency_number: '311' } };
    expect(fixed(number)).toContain('emergency number');
  });

  it('a warning that a patient is owed and does not get', () => {
    const changed = withText('note.blood-thinner', { text: 'Take care.' });
    expect(broken(changed, 'duties').join('\n')).toMatch(/<- blood_thinner: yes/);
    const droppable = withBlock('today.move', { drop: 1 });
    expect(broken(droppable, 'duties')).not.toEqual([]);
  });

  it('a section that may stay empty', () => {
    const changed = withBlock('today.move', { when: { severity: 'mild' } });
    const emptied = withBlock('moves.stop', undefined);
    expect(broken(emptied, 'no-empty-section')).toContain(
      'moves-stop <- a healthy adult, every question answered',
    );
    expect(broken(changed, 'duties')).not.toEqual([]);
  });

  it('an emergency number that stands in the words', () => {
    const changed = withText('note.heart', { text: 'Chest pain: call 911.' });
    expect(broken(changed, 'one-emergency-number')).toEqual(
      expect.arrayContaining([expect.stringMatching(/note\.heart.* <- everybody/)]),
    );
  });

  it('a blocking code that was deleted, and a sign that calls for too little care', () => {
    const { 'G83.4': gone, ...codes } = content.rulebook.blocking_codes;
    expect(gone).toBeDefined();
    const refusals = (changed: Content) =>
      proveRefusals(changed, spasmTopic(changed), 'en', day('2026-11-24'), mergedNever(changed.never))
        .breaches;
    expect(refusals(withRulebook({ blocking_codes: codes })).map((breach) => breach.about)).toContain(
      'the visit has the code G83.4',
    );
    const { E1, ...others } = content.rulebook.signs;
    if (E1 === undefined) throw new Error('no E1');
    const lowered = withRulebook({ signs: { ...others, E1: { ...E1, urgency: 'soon' } } });
    expect(refusals(lowered).map((breach) => breach.about)).toContain('the sign E1 is ticked');
  });
});
