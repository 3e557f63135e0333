/** The rulebook and the facts -> one level for each resource, the maximum over all rules, with the rules that set it. */

import type { Condition } from '../domain/condition.ts';
import { higherLevel, type Level } from '../domain/level.ts';
import type { ResourceRule, Rulebook } from '../domain/rulebook.ts';
import type { Facts, LevelDecision, Reason } from '../domain/trace.ts';
import { allTests, conditionText, decisiveTests, evaluate } from './condition.ts';

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
  const decisive = decisiveTests(condition, facts);
  // Under `not`, no test has the truth of the whole: then all of them are the reason, for the level must not be lost.
  const named = decisive.length > 0 ? decisive : allTests(condition, facts);
  return named.map(({ test, value }) => ({
    factor: test.factor,
    value,
    rule: `${resource}.${level}: ${conditionText(condition)}`,
    level: truth === 'yes' ? level : 'ask',
  }));
}
