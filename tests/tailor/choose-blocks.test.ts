/** Protects how blocks are chosen: rules, slots, followers, styles, and that a block without room leaves its place empty. */

import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/domain/level.ts';
import { type Rulebook, rulebookSchema } from '../../src/domain/rulebook.ts';
import { type Block, blockSchema } from '../../src/domain/topic.ts';
import { type ChoiceInput, chooseBlocks } from '../../src/tailor/choose-blocks.ts';
import { decideLevels } from '../../src/tailor/levels.ts';

const rulebook: Rulebook = rulebookSchema.parse({
  version: '1',
  factors: { thin: { kind: 'yes-no' } },
  resources: {
    pill: { starts: 'ok', pill: true, avoid: [{ thin: 'yes' }] },
    heat: { starts: 'ok' },
  },
  sign_groups: [],
  signs: {},
  blocking_codes: {},
  banned_phrases: [],
});

type Draft = Partial<Block> & { id: string };
const blocksOf = (drafts: readonly Draft[]) =>
  drafts.map((draft) => blockSchema.parse({ section: 'today', ...draft }));

function choose(drafts: readonly Draft[], rest: Partial<ChoiceInput> & { thin?: string } = {}) {
  const facts = { thin: rest.thin ?? 'no' };
  return chooseBlocks({
    blocks: blocksOf(drafts),
    rulebook,
    facts,
    levels: decideLevels(rulebook, facts),
    style: 'standard',
    omit: new Set(),
    leftOut: new Set(),
    said: new Set(),
    ...rest,
  });
}
const shown = (...given: Parameters<typeof choose>) =>
  choose(...given)
    .filter((block) => block.shown)
    .map((block) => block.id);

describe('a block', () => {
  it('with `when` shows only on yes; with `fits` unless on no', () => {
    const drafts = [
      { id: 'when', when: { thin: 'yes' } },
      { id: 'fits', fits: { thin: 'yes' } },
    ];
    expect(shown(drafts, { thin: 'yes' })).toEqual(['when', 'fits']);
    expect(shown(drafts, { thin: 'unknown' })).toEqual(['fits']);
    expect(shown(drafts, { thin: 'no' })).toEqual([]);
  });

  it('of a level shows at that level alone', () => {
    const drafts = (['ok', 'ask', 'avoid'] as Level[]).map((level) => ({
      id: level,
      resource: 'pill',
      level,
    }));
    expect(shown(drafts, { thin: 'no' })).toEqual(['ok']);
    expect(shown(drafts, { thin: 'unknown' })).toEqual(['ask']);
    expect(shown(drafts, { thin: 'yes' })).toEqual(['avoid']);
  });

  it('that recommends a thing shows only when all of them are ok', () => {
    const drafts = [
      { id: 'both', recommends: ['heat', 'pill'] },
      { id: 'warned', warns: ['pill'] },
    ];
    expect(shown(drafts, { thin: 'no' })).toEqual(['both', 'warned']);
    expect(shown(drafts, { thin: 'unknown' })).toEqual(['warned']);
  });

  it('for those without a pill shows when none is ok', () => {
    expect(shown([{ id: 'no-pill', no_pill: true }], { thin: 'no' })).toEqual([]);
    expect(shown([{ id: 'no-pill', no_pill: true }], { thin: 'unknown' })).toEqual(['no-pill']);
  });

  it('of another style does not show', () => {
    const drafts: Draft[] = [
      { id: 'full', styles: ['full'] },
      { id: 'short', styles: ['standard'] },
      { id: 'any' },
    ];
    expect(shown(drafts)).toEqual(['short', 'any']);
    expect(shown(drafts, { style: 'full' })).toEqual(['full', 'any']);
  });
});

describe('a slot', () => {
  const slot: Draft[] = [
    { id: 'first', slot: 's', when: { thin: 'yes' } },
    { id: 'second', slot: 's' },
    { id: 'third', slot: 's' },
    { id: 'other', slot: 't' },
  ];

  it('goes to the first that may be shown, in the order written', () => {
    expect(shown(slot, { thin: 'yes' })).toEqual(['first', 'other']);
    expect(shown(slot, { thin: 'no' })).toEqual(['second', 'other']);
  });

  it('tells who took it', () => {
    expect(choose(slot, { thin: 'yes' }).find((block) => block.id === 'second')?.because).toBe(
      'first is shown in its place',
    );
  });

  it('stays taken when its block has no room: the next form, meant for others, does not step in', () => {
    const decisions = choose(slot, { thin: 'yes', omit: new Set(['first']) });
    expect(decisions.filter((block) => block.shown).map((block) => block.id)).toEqual(['other']);
    expect(decisions.find((block) => block.id === 'first')?.because).toContain('no room');
  });

  it('of a resource is one for all its levels: the first block of the level, with or without a condition', () => {
    const drafts: Draft[] = [
      { id: 'special', resource: 'pill', level: 'avoid', when: { thin: 'yes' } },
      { id: 'general', resource: 'pill', level: 'avoid' },
    ];
    expect(shown(drafts, { thin: 'yes' })).toEqual(['special']);
  });
});

describe('a follower', () => {
  const drafts: Draft[] = [
    { id: 'question', with: ['note', 'other'] },
    { id: 'note', when: { thin: 'yes' } },
    { id: 'other', when: { thin: 'unknown' } },
  ];

  it('shows with any of its leaders, also one that is written after it, and keeps its place', () => {
    expect(shown(drafts, { thin: 'yes' })).toEqual(['question', 'note']);
    expect(shown(drafts, { thin: 'unknown' })).toEqual(['question', 'other']);
    expect(shown(drafts, { thin: 'no' })).toEqual([]);
  });

  it('goes when its leader has no room', () => {
    expect(shown(drafts, { thin: 'yes', omit: new Set(['note']) })).toEqual([]);
  });
});

describe('the reason', () => {
  it('is given for every block, in the order of the file', () => {
    const drafts: Draft[] = [{ id: 'b' }, { id: 'a', when: { thin: 'yes' } }];
    expect(choose(drafts).map(({ id, because }) => [id, because])).toEqual([
      ['b', 'for everyone'],
      ['a', 'thin is no (rule: when thin = yes)'],
    ]);
  });

  it('of a level names the fact and the rule', () => {
    const drafts: Draft[] = [{ id: 'x', resource: 'pill', level: 'avoid' }];
    expect(choose(drafts, { thin: 'yes' })[0]?.because).toBe(
      'pill is avoid since thin is yes (rule: pill.avoid)',
    );
  });

  it('words of the clinician keep a block that has no room', () => {
    const drafts: Draft[] = [{ id: 'x', resource: 'pill', level: 'ask', drop: 1 }];
    const omit = new Set(['x']);
    expect(shown(drafts, { thin: 'unknown', omit })).toEqual([]);
    expect(shown(drafts, { thin: 'unknown', omit, said: new Set(['pill']) })).toEqual(['x']);
  });
});
