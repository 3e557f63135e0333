/** Protects the second copy of the safety rules: every cell of the clinical tables is in it, and its words catch what a careless author writes. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type AdviceReader, adviceReader } from '../../src/domain/advised-things.ts';
import { mergedNever, type Never } from '../../src/domain/never.ts';
import { shippedContent } from '../support/shipped-content.ts';

let never: Never;
let reader: AdviceReader;
beforeAll(async () => {
  never = mergedNever((await shippedContent()).never);
  reader = adviceReader(never, 'en');
});

/** What is found in a sentence: things advised, phrases, claims as they were stated. */
function found(sentence: string): string[] {
  return [
    ...reader.advised(sentence),
    ...reader.phrases(sentence).map((place) => never.phrases[place]?.id ?? ''),
    ...reader.stated(sentence),
  ];
}

/** Typed from the table of levels in the clinical notes, not from the rulebook: `factor=value`. */
const cells: readonly (readonly [thing: string, ask: string, avoid: string])[] = [
  [
    'nsaid-tablet',
    'age=teen age=sixty age=older pregnancy=breastfeeding daily_aspirin=yes blood_pressure_pills=yes steroid_or_ssri=yes fluid_limit=yes cancer=yes weak_immunity=yes',
    'age=child pregnancy=pregnant blood_thinner=yes ulcer_or_bleed=yes kidney_disease=yes heart_or_stroke=yes liver_or_alcohol=yes nsaid_allergy=yes dehydrated=yes',
  ],
  ['nsaid-gel', 'everyone', 'pregnancy=pregnant nsaid_allergy=yes age=child'],
  [
    'acetaminophen',
    'age=child age=teen pregnancy=pregnant blood_thinner=yes kidney_disease=yes cancer=yes weak_immunity=yes',
    'liver_or_alcohol=yes',
  ],
  // A relaxant, and alcohol, are ours: the notes name sedatives and alcohol together.
  [
    'heat',
    'age=child pregnancy=pregnant sedatives=yes muscle_relaxant=yes liver_or_alcohol=yes falls_or_memory=yes',
    'numb_skin=yes',
  ],
  ['cold', 'age=child', 'numb_skin=yes cold_sensitive=yes'],
  [
    'massage',
    'age=child pregnancy=pregnant blood_thinner=yes weak_bones=yes cancer=yes',
    // A clot, and hot, red or broken skin, are no questions: deep massage is refused to everyone instead.
    'numb_skin=yes',
  ],
  ['more-fluids', 'kidney_disease=yes heart_or_stroke=yes', 'fluid_limit=yes'],
  ['potassium', '', 'everyone kidney_disease=yes blood_pressure_pills=yes'],
  ['lying-on-back', '', 'pregnancy=pregnant'],
  ['legs-on-chair', '', 'pregnancy=pregnant'],
  ['tummy-down', '', 'pregnancy=pregnant'],
  ['bending', 'age=older age=child cancer=yes', 'weak_bones=yes pregnancy=pregnant'],
  ['twisting', 'age=older age=child cancer=yes', 'weak_bones=yes pregnancy=pregnant'],
  ['all-fours', 'age=older', ''],
  [
    'no-scan',
    'age=older blood_thinner=yes steroid_or_ssri=yes',
    'weak_bones=yes cancer=yes weak_immunity=yes age=child age=teen',
  ],
  ['hard-moves', '', 'everyone'],
  ['muscle-relaxant', '', 'everyone'],
  ['relaxant-information', '', 'muscle_relaxant=none'],
  ['opioids-steroids-belts', '', 'everyone'],
  ['deep-massage', '', 'everyone blood_thinner=yes weak_bones=yes cancer=yes'],
  ['bed-rest', '', 'everyone'],
  ['adult-dose', 'age=teen', 'age=child'],
  ['knee-to-chest', 'falls_or_memory=yes leg_signs=one-leg', 'severity=severe'],
  ['knee-rolls', 'falls_or_memory=yes', ''],
  ['cat-and-cow', 'age=older falls_or_memory=yes', 'pregnancy=pregnant weak_bones=yes severity=severe'],
  ['childs-pose', '', 'age=older falls_or_memory=yes leg_signs=one-leg severity=severe'],
];

/** Things that the rulebook gives a level, by the name it has there. */
const resources: Readonly<Record<string, string>> = {
  'nsaid-tablet': 'nsaid_oral',
  'nsaid-gel': 'nsaid_gel',
  acetaminophen: 'acetaminophen',
  heat: 'heat',
  cold: 'cold',
  massage: 'massage',
  'more-fluids': 'more_fluids',
  potassium: 'potassium',
  'lying-on-back': 'ex_supine',
  'legs-on-chair': 'ex_supine',
  bending: 'ex_flexion',
  twisting: 'ex_twist',
  'all-fours': 'ex_all_fours',
  'no-scan': 'scan_line',
  'hard-moves': 'hard_moves',
  'muscle-relaxant': 'muscle_relaxant',
  'opioids-steroids-belts': 'opioids_steroids_belts',
};

describe('the pairs', () => {
  it.each(cells)('%s: every cell is a pair of its own, no lower than in the notes', (thing, ask, avoid) => {
    const pairs = never.pairs
      .filter(({ advise }) => advise.length === 1 && advise[0] === thing)
      .map(({ with: condition, level }) => {
        const test = Object.entries(condition ?? {}).map(([factor, value]) => `${factor}=${value}`);
        return `${test.join(',') || 'everyone'} ${level}`;
      });
    const due = [
      ...ask.split(' ').map((cell) => `${cell} ask`),
      ...avoid.split(' ').map((cell) => `${cell} avoid`),
    ].filter((cell) => !cell.startsWith(' '));
    expect(pairs.toSorted()).toEqual(due.toSorted());
  });

  it('stand on the level of the rulebook where it has one', () => {
    for (const [thing, resource] of Object.entries(resources)) {
      expect(never.things[thing]?.resource, thing).toBe(resource);
    }
  });
});

/** A sentence as a careless author writes it, and what must be found in it. */
const careless: readonly (readonly [sentence: string, finding: string])[] = [
  ['Take ibuprofen with food.', 'nsaid-tablet'],
  ['An Advil or two will do.', 'nsaid-tablet'],
  ['Put some Voltaren on the sore spot.', 'nsaid-gel'],
  ['Rub in a muscle rub, then use a heating pad.', 'warming-cream'],
  ['Tylenol is the safer choice.', 'safe-for-all'],
  ['Give your child Calpol.', 'acetaminophen'],
  ['Painkillers get you through the first days.', 'unnamed-pain-pill'],
  ['A muscle relaxant at night helps you sleep.', 'muscle-relaxant'],
  ['A short course of prednisone may help.', 'opioids-steroids-belts'],
  ['A back brace can support you.', 'opioids-steroids-belts'],
  ['Take two tablets every 6 hours.', 'adult-dose'],
  ['Eat a banana each day.', 'potassium'],
  ['Use a salt substitute.', 'potassium'],
  ['Drink plenty of water.', 'more-fluids'],
  ['Stay well hydrated.', 'more-fluids'],
  ['A hot bath loosens the muscle.', 'heat'],
  ['Lie on a heating pad.', 'heat'],
  ['Put an ice pack on it.', 'cold'],
  ['Ask a friend for a deep-tissue rub.', 'deep-massage'],
  ['Lie on your back with your knees up.', 'lying-on-back'],
  ['Rest with your lower legs on a chair.', 'legs-on-chair'],
  ['Lie face down on a mat.', 'tummy-down'],
  ['Hug your knees and curl up.', 'bending'],
  ['Let your knees fall to one side.', 'twisting'],
  ['Get on all fours.', 'all-fours'],
  ["Try child's pose.", 'childs-pose'],
  ['Start with sit-ups.', 'hard-moves'],
  ['Walk or run each day.', 'hard-moves'],
  ['Stay in bed for two days.', 'bed-rest'],
  ['Most people do not need an X-ray.', 'no-scan'],
  ['Sit up straight at work.', 'keep-back-straight'],
  ['Good posture protects you.', 'good-posture'],
  ["Don't slouch.", 'good-posture'],
  ['Sleep on your left side.', 'left-side-only'],
  ['Stop your aspirin for a week.', 'stop-blood-thinner'],
  ['If you take warfarin, stop it and call us.', 'stop-blood-thinner'],
  ['Ask us first, then skip your blood thinner.', 'stop-blood-thinner'],
  ['This is harmless.', 'harmless'],
  ['You do not need to see a doctor.', 'no-doctor'],
  ['If you have no ulcer, take ibuprofen.', 'conditional-advice'],
  ['If you are not pregnant, lie on your back.', 'lying-on-back'],
  ['Do not take aspirin; take ibuprofen.', 'nsaid-tablet'],
  ['Do not use ice, but a warm pack is fine.', 'heat'],
  ['Take two products at once if you must.', 'two-products'],
  ['You can take more than the label says.', 'more-than-the-label'],
  ['Ibuprofen is fine before 20 weeks.', 'nsaid-by-week'],
  ['Call us if your leg goes weak.', 'weak-leg-call-us'],
  ['You can still drive.', 'drive-or-drink'],
  ['Run 2 miles each day.', 'run'],
  ['With no fever, take ibuprofen.', 'conditional-advice'],
];

const careful = [
  'Do not take ibuprofen, naproxen, or aspirin for this pain.',
  'Ask us or your pharmacist before you take ibuprofen.',
  'Ibuprofen for pain can make you bleed.',
  'Keep taking your daily pill against clots.',
  'If you take a blood thinner, do not stop it.',
  'Do not stop your blood thinner.',
  'Warm packs — Ask us first.',
  'Never put heat on a gel.',
  'No potassium pills and no salt substitutes.',
  'Do not drink over the limit you were given.',
  'Sleep on your side, left or right.',
  'There is no perfect way to sit.',
  'Change position often.',
  'Do not stay in bed.',
  'Bend at your hips and knees.',
  'Most start with a strain: a heavy lift, a quick twist, or a hard day.',
  'Weak or numb leg? Use the 911 box.',
  'Stop and call us if pain goes down a leg.',
  'It can hurt a lot, but most get better in days to weeks.',
  'Take only one of them.',
  'You cannot pee.',
  'Your foot drags or slaps.',
  'Your face droops, one side goes numb, or you cannot talk or walk straight.',
  'Short walks help most people.',
];

describe('the words', () => {
  it.each(careless)('catch "%s"', (sentence, finding) => {
    expect(found(sentence)).toContain(finding);
  });

  it.each(careful.map((sentence) => [sentence]))('leave "%s" alone', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});

/** The 28 outdated or unsafe claims, each as a careless page says it. */
const unsafe: Readonly<Record<string, string>> = {
  'DEF-07': 'Back spasm is a common complaint among women.',
  'DEF-08': 'It is the result of nerve inflammation.',
  'DEF-17': 'Here is what brings on the seizure.',
  'SYM-13': 'You may feel numbness and tingling in the back.',
  'CAUSE-03': 'Poor posture strains the muscles.',
  'CAUSE-08': 'A woman wears out her back with many responsibilities at home.',
  'CAUSE-21': 'Weak back muscles get tendon infections.',
  'HOME-11': 'Over-the-counter pills can relieve the pain.',
  'HOME-12': 'You can use some non-steroidal anti-inflammatory drugs.',
  'HOME-13': 'These pills relieve joint pain.',
  'HOME-14': 'Many pills you can buy were once full prescription strength.',
  'HOME-15': 'All of the drugs can reduce swelling.',
  'HOME-16': 'Painkillers are an easy and effective way to end severe pain.',
  'HOME-18': 'Try walking, running, or swimming.',
  'HOME-23': 'Rub your back with pain relief creams.',
  'HOME-25': 'Keep your back straight all the time.',
  'HOME-29': 'Good posture is one of the most important treatments.',
  'MED-03': 'In bad cases you get a muscle relaxant injection.',
  'PREV-04': 'Keep good posture when you sit, stand, and sleep.',
  'PREV-05': 'An upright posture keeps your muscles limber.',
  'PREV-06': 'Back supports limit the strain.',
  'URG-04': 'Symptoms: difficulty lifting the front of the foot.',
  'URG-05': 'Symptoms: muscle weakness.',
  'EMER-02': 'Loss of bladder control may show how bad it is.',
  'EMER-03': 'Numbness on one side of the body.',
  'EMER-04': 'Loss of balance.',
  'EMER-05': 'Loss of feeling in a limb.',
  'EMER-06': 'Weakness in the arms or legs.',
};

describe('the unsafe claims', () => {
  it('are all there, and no others', async () => {
    const { claims } = await shippedContent();
    const judged = Object.keys(claims).filter((id) => claims[id]?.verdict === 'unsafe');
    expect(Object.keys(unsafe)).toHaveLength(28);
    expect(Object.keys(never.stated).toSorted()).toEqual(judged.toSorted());
    expect(Object.keys(unsafe).toSorted()).toEqual(judged.toSorted());
  });

  it.each(Object.entries(unsafe))('%s is caught as it was stated', (id, sentence) => {
    expect(reader.stated(sentence)).toContain(id);
  });
});
