/** The trace of a handout -> for each part why it is there or not, in rows that staff can read and act on. */

import type { Content, TopicContent } from '../../domain/content.ts';
import type { Handout } from '../../domain/handout.ts';
import { isOptional } from '../../domain/optional-part.ts';
import type { Block } from '../../domain/topic.ts';
import type { Facts, Trace } from '../../domain/trace.ts';
import { leftOutByYou } from '../../tailor/choose-blocks.ts';
import { decisiveTests, evaluate } from '../../tailor/condition.ts';
import { type PrintedPart, printedParts, shortened } from './printed-parts.ts';

export type ReasonKind = 'patient' | 'unknown' | 'everyone' | 'out';

export interface DecidingFact {
  readonly factor: string;
  /** `unknown` when it is not known. */
  readonly value: string;
}

export interface ReasonRow {
  readonly id: string;
  readonly kind: ReasonKind;
  readonly title: string;
  readonly facts: readonly DecidingFact[];
  /** Only of what is out. */
  readonly why: 'facts' | 'no-room' | 'left-out';
  /** Stays whatever the clinician wants. */
  readonly safety: boolean;
  readonly section: string;
  /** The resource whose "ask us" line it is; empty for any other part. */
  readonly asks: string;
  readonly box: 'emergency' | 'same-day' | undefined;
  readonly begins: readonly string[];
  readonly letters: number;
}

export interface Reasoned {
  readonly content: Content;
  /** As its authors wrote it. */
  readonly topic: TopicContent;
  readonly handout: Handout;
  readonly trace: Trace;
  /** Words of a block that is not on the page. */
  nameOf(block: Block): string;
}

/** In the order of the page: warning signs first, then the blocks as they stand. */
export function reasonRows(input: Reasoned): ReasonRow[] {
  const parts = printedParts(input.handout);
  return [...signRows(input, parts), ...blockRows(input, parts)];
}

function signRows({ content, trace }: Reasoned, parts: ReadonlyMap<string, PrintedPart>): ReasonRow[] {
  return (['emergency', 'same-day'] as const).flatMap((box) => {
    const ids = box === 'emergency' ? trace.signs.emergency : trace.signs.sameDay;
    return ids.flatMap((id): ReasonRow[] => {
      const rule = content.rulebook.signs[id];
      const when = rule?.when ?? (box === 'emergency' ? rule?.raised_when : undefined);
      const part = parts.get(id);
      if (when === undefined || part === undefined || rule === undefined) return [];
      if (rule.when === undefined && rule.urgency === box) return [];
      const facts = factsIn(decisiveTests(when, trace.facts));
      const always = { why: 'facts', safety: true, section: 'signs', asks: '' } as const;
      return [{ ...part, ...always, id, kind: kindOf(facts), facts, box }];
    });
  });
}

function blockRows(input: Reasoned, parts: ReadonlyMap<string, PrintedPart>): ReasonRow[] {
  const { topic, trace, nameOf } = input;
  const decisions = new Map(trace.blocks.map((decision) => [decision.id, decision]));
  // Decisions stand in the order of the page, with what was moved.
  const order = new Map(trace.blocks.map(({ id }, index) => [id, index]));
  const sorted = [...topic.blocks].sort((a, b) => (order.get(a.id) ?? 1e6) - (order.get(b.id) ?? 1e6));
  return sorted.flatMap((block): ReasonRow[] => {
    const decision = decisions.get(block.id);
    const { id, section } = block;
    const asks = decision?.shown === true && block.level === 'ask' ? (block.resource ?? '') : '';
    const row = { id, section, box: undefined, safety: !isOptional(block), asks } as const;
    if (decision?.shown === true) {
      const part = parts.get(block.id) ?? { title: shortened(nameOf(block)), begins: [], letters: 0 };
      const facts = shownFacts(block, trace);
      return [{ ...row, ...part, kind: kindOf(facts), facts, why: 'facts' }];
    }
    const out = { ...row, title: shortened(nameOf(block)), begins: [], letters: 0, kind: 'out' } as const;
    if (decision?.because === leftOutByYou) return [{ ...out, facts: [], why: 'left-out' }];
    if (decision?.because.startsWith('no room') === true) return [{ ...out, facts: [], why: 'no-room' }];
    const facts = hiddenFacts(block, trace, input.handout.style);
    return facts.length === 0 ? [] : [{ ...out, facts, why: 'facts' }];
  });
}

/** What is known comes first, and stands alone where it decides. */
function kindOf(facts: readonly DecidingFact[]): ReasonKind {
  if (facts.length === 0) return 'everyone';
  return facts.some(({ value }) => value !== 'unknown') ? 'patient' : 'unknown';
}

function shownFacts({ resource, when }: Block, trace: Trace): DecidingFact[] {
  const decided = resource === undefined ? undefined : trace.levels.get(resource);
  const level = (decided?.reasons ?? []).filter((reason) => reason.level === decided?.level);
  const own = when === undefined ? [] : decisiveTests(when, trace.facts);
  const facts = distinct([...level.map(({ factor, value }) => ({ factor, value })), ...factsIn(own)]);
  const known = facts.filter(({ value }) => value !== 'unknown');
  return known.length > 0 ? known : facts;
}

/** Only what this patient's answers took away: that it is not for others needs no telling. */
function hiddenFacts(block: Block, trace: Trace, style: Handout['style']): DecidingFact[] {
  if (!block.styles.includes(style)) return [];
  const advised = block.level === 'ok' && block.resource !== undefined ? [block.resource] : block.recommends;
  const raised = advised.flatMap((resource) => {
    const decided = trace.levels.get(resource);
    if (decided === undefined || decided.level === 'ok') return [];
    return decided.reasons.filter((reason) => reason.level === decided.level);
  });
  const facts = distinct(raised.map(({ factor, value }) => ({ factor, value })));
  const unfit = block.fits !== undefined && evaluate(block.fits, trace.facts) === 'no';
  const tests = unfit && block.fits !== undefined ? decisiveTests(block.fits, trace.facts) : [];
  return [...facts, ...factsIn(tests)].filter(({ value }) => value !== 'unknown');
}

function factsIn(tests: readonly { test: { factor: string }; value: string }[]): DecidingFact[] {
  return distinct(tests.map(({ test, value }) => ({ factor: test.factor, value })));
}

function distinct(facts: readonly DecidingFact[]): DecidingFact[] {
  return [...new Map(facts.map((fact) => [fact.factor, fact])).values()];
}

/** How many parts of the page an answer changed, by factor. */
export function changesByFactor(
  rows: readonly ReasonRow[],
  facts: Facts,
): ReadonlyMap<string, readonly ReasonRow[]> {
  const changed = new Map<string, ReasonRow[]>();
  for (const row of rows) {
    for (const { factor, value } of row.facts) {
      if (value === 'unknown' || facts[factor] !== value) continue;
      changed.set(factor, [...(changed.get(factor) ?? []), row]);
    }
  }
  return changed;
}
