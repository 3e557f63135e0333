/** The warning signs of the sample handouts: every core sign, and those that a blood thinner or unknown facts bring. */

import type { Handout, PrintedSign } from '../../src/domain/handout.ts';
import { line, sampleIcon } from './sample-words.ts';

type Box = Handout['warning']['emergency'];

const sign = (id: string, ...lines: string[]): PrintedSign => ({ id, lines: lines.map(line) });
const group = (icon: string | undefined, ...signs: PrintedSign[]): Box['groups'][number] =>
  icon === undefined ? { signs } : { icon: sampleIcon(icon), signs };

const emergencyGroups = [
  group(
    'toilet',
    sign('E1', 'You cannot pee', 'New leaking of pee or poop, or you cannot feel it'),
    sign('E2', 'Numb or tingling bottom, private parts, or between your legs'),
    sign('E4', 'Sex feels numb or stops working'),
  ),
  group('leg', sign('E3', 'Both legs hurt, tingle, or feel weak or numb', 'One leg is getting weaker')),
  group(
    'heart',
    sign('E5', 'Chest pain, short breath, or jaw or arm pain'),
    sign('E6', 'Sudden, tearing pain in your back or belly', 'You faint or break out in a cold sweat'),
    sign('E8', 'Face droops, one side goes numb or weak, or you suddenly cannot talk or balance'),
  ),
  group(
    'ambulance',
    sign('E7', 'A bad crash or a big fall'),
    sign('E9', 'Fever with a stiff neck, new weakness, or confusion, or you look very ill'),
    sign('E13', 'You throw up blood, or what looks like coffee grounds'),
  ),
];

const sameDayGroups = [
  group(
    undefined,
    sign('U1', 'Fever, chills, or night sweats'),
    sign('U3', 'Weight loss you cannot explain', 'New or different pain and you have or had cancer'),
    sign('U6', 'Burning or blood when you pee', 'Side pain with chills'),
  ),
  group(
    undefined,
    sign('U7', 'Yellow skin or eyes', 'Bad upper belly pain or vomiting'),
    sign('U11', 'Black poop while you take pain pills'),
  ),
  group(
    undefined,
    sign('U4', 'Pain at night or lying down that never eases'),
    sign('U9', 'You cannot sleep, stand, or walk'),
    sign('U2', 'Your foot drags or slaps'),
    sign('U10', 'New lump or new shape of back'),
  ),
  group(
    undefined,
    sign(
      'U8',
      'New pain with weak immunity, or if you inject drugs',
      'Recent infection, or spine surgery or shot',
    ),
    sign('U5', 'Small fall with weak bones, steroid pills, or age 60 or over'),
  ),
];

export const coreWarning: Handout['warning'] = {
  emergency: { title: 'Call 911 now', groups: emergencyGroups, forYou: [], conditions: [] },
  sameDay: { title: 'Call us today', groups: sameDayGroups, forYou: [], conditions: [] },
  icons: { emergency: sampleIcon('octagon-exclaim'), phone: sampleIcon('phone') },
};

export const thinnerWarning: Handout['warning'] = {
  ...coreWarning,
  emergency: {
    ...coreWarning.emergency,
    forYou: [
      {
        ...sign('E10', 'Hard hit to head or back, weak or numb legs, or bleeding that will not stop'),
        icon: sampleIcon('drop'),
      },
    ],
  },
};

/** Every factor unknown: each conditional sign is printed as a condition. */
export const unknownWarning: Handout['warning'] = {
  ...coreWarning,
  emergency: {
    ...coreWarning.emergency,
    conditions: [
      sign(
        'E10',
        '**On a blood thinner:** hard hit to head or back, weak or numb legs, or bleeding that will not stop',
      ),
      sign(
        'E11',
        '**On a muscle relaxant, sleep or strong pain pills, or alcohol:** cannot be woken, or breathing is very slow',
      ),
      sign('E12', '**If pregnant:** heavy bleeding, your water breaks, or strong, regular pains'),
      sign('U14', '**If your immune system is weak or you inject drugs:** any fever or chills'),
      sign('U11', '**If you had an ulcer or a stomach bleed:** black poop while you take pain pills'),
    ],
  },
  sameDay: {
    ...coreWarning.sameDay,
    conditions: [
      sign(
        'U12',
        '**With weak bones, steroid pills, or age 60 or over:** sudden pain after a small fall, a cough, or a lift',
      ),
      sign(
        'U13',
        '**If you have or had cancer:** new back pain, or pain worse at night or lying down: tell your cancer team today',
      ),
      sign(
        'U15',
        '**If dried out or low on salts:** fluttering heart, very weak, or you cannot keep fluids down',
      ),
      sign(
        'U16',
        '**If pregnant:** call your maternity unit now: pain in waves, any bleeding or fluid, baby moves less, fever, burning pee, bad headache, or pain under your ribs',
      ),
    ],
  },
};
