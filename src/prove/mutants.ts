/** A rulebook and blocks -> every way to delete or weaken one rule of them: what the proof must be able to see. */

import type { Condition } from '../domain/condition.ts';
import type { Level } from '../domain/level.ts';
import type { ResourceRule, Rulebook, SignRule, Urgency } from '../domain/rulebook.ts';
import type { Block } from '../domain/topic.ts';
import { weakerConditions } from './weaker-conditions.ts';

export interface Mutant {
  /** `nsaid_oral.avoid: {"age":"child"} deleted`. */
  readonly what: string;
  readonly rulebook: Rulebook;
  readonly blocks: readonly Block[];
  /** The block that was changed. */
  readonly block?: Block;
}

export function mutantsOf(rulebook: Rulebook, blocks: readonly Block[]): Mutant[] {
  return [
    ...Object.entries(rulebook.resources).flatMap(([id, rule]) => resourceMutants(id, rule)),
    ...Object.entries(rulebook.signs).flatMap(([id, rule]) => signMutants(id, rule)),
    ...factorMutants(rulebook),
    ...Object.keys(rulebook.blocking_codes).map((code) => ({
      what: `blocking code ${code} deleted`,
      rulebook: { ...rulebook, blocking_codes: without(rulebook.blocking_codes, code) },
    })),
    ...Object.entries(rulebook.blocking_codes).flatMap(([code, rule]) =>
      rule.care === 'same-day'
        ? []
        : [
            {
              what: `blocking code ${code} made same-day`,
              rulebook: {
                ...rulebook,
                blocking_codes: {
                  ...rulebook.blocking_codes,
                  [code]: { ...rule, care: 'same-day' as const },
                },
              },
            },
          ],
    ),
  ]
    .map((mutant) => ({ blocks, ...mutant, rulebook: { ...rulebook, ...mutant.rulebook } }))
    .concat(
      blocks.flatMap((block) =>
        blockMutants(block).map(({ what, changed }) => ({
          what,
          rulebook,
          block,
          blocks: blocks.flatMap((each) => (each.id === block.id ? changed : [each])),
        })),
      ),
    );

  function resourceMutants(id: string, rule: ResourceRule) {
    const as = (what: string, change: Partial<ResourceRule>) => ({
      what: `${id}.${what}`,
      rulebook: { ...rulebook, resources: { ...rulebook.resources, [id]: { ...rule, ...change } } },
    });
    const lower: Readonly<Record<Level, Level>> = { ok: 'ok', ask: 'ok', avoid: 'ask' };
    const weaken = (level: 'ask' | 'avoid') =>
      rule[level].flatMap((condition, i) => {
        const others = rule[level].filter((_, at) => at !== i);
        const name = `${level}: ${JSON.stringify(condition)}`;
        return [
          as(`${name} deleted`, { [level]: others }),
          ...(level === 'avoid'
            ? [as(`${name} made ask`, { avoid: others, ask: [...rule.ask, condition] })]
            : []),
          ...weakerConditions(condition).map((weaker) =>
            as(`${name} without ${weaker.without}`, { [level]: [...others, weaker.condition] }),
          ),
        ];
      });
    return [
      ...(rule.starts === 'ok'
        ? []
        : [as(`starts: ${rule.starts} made ${lower[rule.starts]}`, { starts: lower[rule.starts] })]),
      ...(rule.pill ? [as('no longer a pill', { pill: false })] : []),
      ...weaken('ask'),
      ...weaken('avoid'),
    ];
  }

  function signMutants(id: string, rule: SignRule) {
    const as = (what: string, changed: SignRule) => ({
      what: `${id} ${what}`,
      rulebook: { ...rulebook, signs: { ...rulebook.signs, [id]: changed } },
    });
    const lower: Readonly<Record<Urgency, Urgency>> = {
      emergency: 'same-day',
      'same-day': 'soon',
      soon: 'soon',
    };
    const { raised_when: raised, emergency_if_ticked: ticked, ...rest } = rule;
    const kept = (raisedToo: boolean): SignRule => ({
      ...rest,
      ...(raisedToo && raised !== undefined ? { raised_when: raised } : {}),
      ...(!raisedToo && ticked !== undefined ? { emergency_if_ticked: ticked } : {}),
    });
    return [
      { what: `${id} deleted`, rulebook: { ...rulebook, signs: without(rulebook.signs, id) } },
      ...(rule.urgency === 'soon' ? [] : [as('made less urgent', { ...rule, urgency: lower[rule.urgency] })]),
      ...(raised === undefined ? [] : [as('no longer raised', kept(false))]),
      ...weakerWhen(raised).map(({ what, when }) =>
        as(`raised when ${what}`, { ...rule, raised_when: when }),
      ),
      ...weakerWhen(ticked).map(({ what, when }) =>
        as(`emergency if ticked ${what}`, { ...rule, emergency_if_ticked: when }),
      ),
      ...(ticked === undefined ? [] : [as('no longer an emergency when ticked', kept(true))]),
      ...weakerWhen(rule.when).map(({ what, when }) => as(`when ${what}`, { ...rule, when })),
    ];
  }
}

function factorMutants(rulebook: Rulebook): Pick<Mutant, 'what' | 'rulebook'>[] {
  return Object.entries(rulebook.factors).flatMap(([id, rule]) => {
    if (rule.kind !== 'choice') return [];
    const as = (what: string, change: Partial<typeof rule>) => ({
      what: `${id} ${what}`,
      rulebook: { ...rulebook, factors: { ...rulebook.factors, [id]: { ...rule, ...change } } },
    });
    return [
      ...Object.keys(rule.ticks).map((answer) =>
        as(`ticks only a same-day sign for ${answer}`, { ticks: { ...rule.ticks, [answer]: 'U2' } }),
      ),
      ...Object.keys(rule.ticks).map((answer) =>
        as(`no longer ticks for ${answer}`, { ticks: without(rule.ticks, answer) }),
      ),
      ...weakerWhen(rule.asked_when).map(({ what, when }) => as(`asked when ${what}`, { asked_when: when })),
    ];
  });
}

function blockMutants(block: Block): { what: string; changed: readonly Block[] }[] {
  const as = (what: string, change: Partial<Block>) => ({
    what: `\`${block.id}\` ${what}`,
    changed: [{ ...block, ...change }],
  });
  const open = (key: 'when' | 'fits' | 'with' | 'slot') => {
    const { [key]: gone, ...rest } = block;
    return gone === undefined ? [] : [{ what: `\`${block.id}\` without \`${key}\``, changed: [rest] }];
  };
  return [
    { what: `\`${block.id}\` deleted`, changed: [] },
    ...block.recommends.map((resource) =>
      as(`no longer tagged as advising ${resource}`, {
        recommends: block.recommends.filter((each) => each !== resource),
      }),
    ),
    ...(block.level === 'ok' ? [as('printed at ask', { level: 'ask' })] : []),
    ...(block.level === 'ask' ? [as('printed at avoid', { level: 'avoid' })] : []),
    ...(block.drop === undefined ? [as('may be left out for room', { drop: 1 })] : []),
    ...open('when'),
    ...open('fits'),
    ...open('with'),
    ...open('slot'),
    ...weakerWhen(block.when).map(({ what, when }) => as(`when ${what}`, { when })),
    ...weakerWhen(block.fits).map(({ what, when }) => as(`fits ${what}`, { fits: when })),
    ...(block.no_pill ? [as('also where a pill is ok', { no_pill: false })] : []),
  ];
}

function weakerWhen(when: Condition | undefined): { what: string; when: Condition }[] {
  if (when === undefined) return [];
  return weakerConditions(when).map(({ without: gone, condition }) => ({
    what: `without ${gone}`,
    when: condition,
  }));
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
