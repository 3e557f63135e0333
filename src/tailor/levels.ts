/** The rulebook and the facts -> one level for each resource, the maximum over all rules, with the rules that set it. */

import type { Condition } from '../domain/condition.ts';
import { higherLevel, type Level } from '../domain/level.ts';
import type { ResourceRule, Rulebook } from '../domain/rulebook.ts';
import type { Facts, LevelDecision, Reason } from '../domain/trace.ts';
import { conditionText, decisiveTests, evaluate } from './condition.ts';

export function decideLevels(rulebook: Rulebook, facts: Facts): Map<string, LevelDecision> {
  return new Map(Object.entries(rulebook.resources).map(([id, rule]) => [id, decideLevel(id, rule, facts)]));
}

function decideLevel(resource: string, rule: ResourceRule, facts: Facts): LevelDecision {
  const reasons: Reason[] = [];
  for (const condition of rule.ask) reasons.push(...reasonsOf(resource, 'ask', condition, facts));
  for (const condition of rule.avoid) reasons.push(...reasonsOf(resource, 'avoid', condition, facts));
  const level = reasons.reduce<Level>((highest, reason) => higherLevel(highest, reason.level), rule.starts);
  return { resource, level, starts: rule.starts, reasons };
}

/** What is not known is not "no": a rule that may hold raises to `ask`, whatever its yes would set. */
function reasonsOf(resource: string, level: Level, condition: Condition, facts: Facts): Reason[] {
  const truth = evaluate(condition, facts);
  if (truth === 'no') return [];
  return decisiveTests(condition, facts).map(({ test, value }) => ({
    factor: test.factor,
    value,
    rule: `${resource}.${level}: ${conditionText(condition)}`,
    level: truth === 'yes' ? level : 'ask',
  }));
}
