/** Protects the reason under a level: what decided it is named, and what is not known only for pills. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import type { PrintedBlock } from '../../src/domain/handout.ts';
import { plainText } from '../../src/tailor/text.ts';
import { healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

function reasons(id: string, factors: Record<string, string>, base = healthyFactors): string[] {
  const tailored = tailorWith(content, profileWith({ ...base, ...factors }));
  if (tailored.kind !== 'handout') throw new Error('refused');
  const { medicine, today } = tailored.handout;
  const blocks: PrintedBlock[] = [...medicine.rows.flatMap((row) => row.blocks), ...today.blocks];
  const block = blocks.find((each) => each.id === id);
  if (block === undefined) throw new Error(`${id} is not shown`);
  return block.reasons.map(plainText);
}

describe('the reason of a pill', () => {
  it('names what is known, each once', () => {
    expect(reasons('nsaid.avoid', { blood_thinner: 'yes', kidney_disease: 'yes' })).toEqual([
      'Why: you take a blood thinner or bleed easily; you have kidney problems.',
    ]);
  });

  it('names only what made the level, not what would have made a lower one', () => {
    const [line, ...more] = reasons('nsaid.avoid', {
      blood_thinner: 'yes',
      daily_aspirin: 'yes',
      cancer: 'unknown',
    });
    expect(more).toEqual([]);
    expect(line).not.toMatch(/each day|cancer/);
  });

  it('names what is not known, apart from what is', () => {
    expect(reasons('nsaid.ask', { daily_aspirin: 'yes', kidney_disease: 'unknown' })).toEqual([
      'Why: you take a pill each day to stop clots.',
      'We do not know yet: kidney problems.',
    ]);
    expect(reasons('nsaid.ask', { kidney_disease: 'unknown' })).toEqual([
      'We do not know yet: kidney problems.',
    ]);
  });

  it('opens in bold', () => {
    const tailored = tailorWith(content, profileWith({ ...healthyFactors, blood_thinner: 'yes' }));
    const rows = tailored.kind === 'handout' ? tailored.handout.medicine.rows : [];
    const block = rows.flatMap((row) => row.blocks).find((each) => each.id === 'nsaid.avoid');
    expect(block?.reasons[0]?.[0]).toEqual({ text: 'Why:', strong: true });
  });

  it('that is ok, or stands where it started, needs none', () => {
    expect(reasons('nsaid.ok', {})).toEqual([]);
    expect(reasons('gel.ask', {})).toEqual([]);
  });
});

describe('the reason of all else', () => {
  it('names what is known', () => {
    expect(reasons('heat.avoid', { numb_skin: 'yes' })).toEqual(['Why: some of your skin is numb.']);
  });

  it('does not list what is not known', () => {
    expect(reasons('heat.ask', { numb_skin: 'unknown' })).toEqual([]);
    expect(reasons('heat.ask', { numb_skin: 'unknown', sedatives: 'yes' })).toHaveLength(1);
  });
});
