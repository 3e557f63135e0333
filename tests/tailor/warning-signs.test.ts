/** Protects the warning signs that a fact adds or raises: as "for you" when known, as a condition when not known. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import type { AgeBand } from '../../src/domain/profile.ts';
import { plainText } from '../../src/tailor/text.ts';
import { healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

type Age = AgeBand | 'unknown';

function boxes(factors: Record<string, string>, ageBand: Age = 'adult') {
  const tailored = tailorWith(
    content,
    profileWith({ ...healthyFactors, ...factors }, { patient: { ageBand } }),
  );
  if (tailored.kind !== 'handout') throw new Error('refused');
  const { emergency, sameDay } = tailored.handout.warning;
  const ids = (signs: readonly { id: string }[]) => signs.map((sign) => sign.id);
  const core = (box: typeof emergency) => ids(box.groups.flatMap((group) => group.signs));
  return {
    emergency: {
      core: core(emergency),
      forYou: ids(emergency.forYou),
      conditions: ids(emergency.conditions),
    },
    sameDay: { core: core(sameDay), forYou: ids(sameDay.forYou), conditions: ids(sameDay.conditions) },
    handout: tailored.handout,
    trace: tailored.trace,
  };
}

/** Sign, where it stands, the factor that adds it, its value when it does. Written here a second time, not read from the rulebook. */
const added: readonly [string, 'emergency' | 'sameDay', string, string][] = [
  ['E10', 'emergency', 'blood_thinner', 'yes'],
  ['E11', 'emergency', 'muscle_relaxant', 'tizanidine'],
  ['E11', 'emergency', 'sedatives', 'yes'],
  ['E12', 'emergency', 'pregnancy', 'pregnant'],
  ['U14', 'emergency', 'weak_immunity', 'yes'],
  ['U12', 'sameDay', 'weak_bones', 'yes'],
  ['U12', 'sameDay', 'steroid_or_ssri', 'yes'],
  ['U13', 'sameDay', 'cancer', 'yes'],
  ['U15', 'sameDay', 'dehydrated', 'yes'],
  ['U16', 'sameDay', 'pregnancy', 'pregnant'],
];

describe('an added sign', () => {
  it.each(added)('%s (%s box) follows %s', (sign, box, factor, value) => {
    expect(boxes({ [factor]: value })[box].forYou).toContain(sign);
    expect(boxes({ [factor]: value })[box].conditions).not.toContain(sign);
    const unknown = boxes({ [factor]: 'unknown' });
    expect(unknown[box].conditions).toContain(sign);
    expect(unknown[box].forYou).not.toContain(sign);
    const none = boxes({});
    expect([...none[box].forYou, ...none[box].conditions]).not.toContain(sign);
  });

  it.each([
    ['child', 'U17', true],
    ['teen', 'U17', true],
    ['adult', 'U17', false],
    ['adult', 'U12', false],
    ['sixty', 'U12', true],
    ['older', 'U12', true],
  ] as const)('at age %s: %s is %s', (age, sign, there) => {
    expect(boxes({}, age).sameDay.forYou.includes(sign)).toBe(there);
    expect(boxes({}, age).sameDay.conditions).not.toContain(sign);
  });

  it('an age that is not known brings both age signs as conditions', () => {
    expect(boxes({}, 'unknown').sameDay.conditions).toEqual(expect.arrayContaining(['U12', 'U17']));
  });

  it('breastfeeding adds no sign of pregnancy', () => {
    const { emergency, sameDay } = boxes({ pregnancy: 'breastfeeding' });
    expect([...emergency.forYou, ...emergency.conditions, ...sameDay.forYou, ...sameDay.conditions]).toEqual(
      [],
    );
  });

  it('a condition opens with whom it concerns, in bold; the same sign "for you" does not', () => {
    const sign = boxes({ blood_thinner: 'unknown' }).handout.warning.emergency.conditions[0];
    expect(sign?.lines[0]?.[0]).toEqual({
      text: content.words.get('en')?.signs.E10?.condition,
      strong: true,
    });
    const known = boxes({ blood_thinner: 'yes' }).handout.warning.emergency.forYou[0];
    expect(known?.lines[0]?.some((run) => run.strong)).toBe(false);
  });

  it('with nothing known every added sign stands as a condition', () => {
    const tailored = tailorWith(content, profileWith({}, { patient: {} }));
    if (tailored.kind !== 'handout') throw new Error('refused');
    const { emergency, sameDay } = tailored.handout.warning;
    expect(emergency.conditions.map((sign) => sign.id).sort()).toEqual(['E10', 'E11', 'E12', 'U11', 'U14']);
    expect(sameDay.conditions.map((sign) => sign.id).sort()).toEqual(['U12', 'U13', 'U15', 'U16', 'U17']);
    expect([...emergency.forYou, ...sameDay.forYou]).toEqual([]);
  });
});

describe('U11 (black poop)', () => {
  it('is a same-day sign for everyone', () => {
    expect(boxes({}).sameDay.core).toContain('U11');
    expect(boxes({}).trace.signs.emergency).not.toContain('U11');
  });

  it('is raised to an emergency by an ulcer or a bleed, and then stands there alone', () => {
    const raised = boxes({ ulcer_or_bleed: 'yes' });
    expect(raised.emergency.forYou).toEqual(['U11']);
    expect(raised.trace.signs.sameDay).not.toContain('U11');
  });

  it('stands in both boxes while that is not known', () => {
    const unknown = boxes({ ulcer_or_bleed: 'unknown' });
    expect(unknown.emergency.conditions).toEqual(['U11']);
    expect(unknown.sameDay.core).toContain('U11');
  });
});

describe('the words of a sign', () => {
  const lineOf = (factors: Record<string, string>, id: string, age: Age = 'adult') => {
    const { emergency, sameDay } = boxes(factors, age).handout.warning;
    const signs = [emergency, sameDay].flatMap((box) => box.groups.flatMap((group) => group.signs));
    return signs
      .find((sign) => sign.id === id)
      ?.lines.map(plainText)
      .join(' ');
  };

  it('under 18, E4 does not speak of sex', () => {
    expect(lineOf({}, 'E4')).toMatch(/sex/i);
    expect(lineOf({}, 'E4', 'teen')).not.toMatch(/sex/i);
    expect(lineOf({}, 'E4', 'child')).not.toMatch(/sex/i);
  });

  it('the neck signs come for a neck, for several places, and when the place is not known', () => {
    for (const region of ['neck', 'several', 'unknown'])
      expect(lineOf({ region }, 'E8')).toMatch(/clumsy hands/i);
    for (const region of ['low', 'upper-mid']) expect(lineOf({ region }, 'E8')).not.toMatch(/clumsy hands/i);
  });

  it('chest and belly come first for an upper back: same signs, new order', () => {
    const low = boxes({ region: 'low' }).emergency.core;
    const upper = boxes({ region: 'upper-mid' }).emergency.core;
    expect(upper[0]).toBe('E5');
    expect(low[0]).toBe('E1');
    expect([...upper].sort()).toEqual([...low].sort());
  });
});
