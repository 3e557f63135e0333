/** The proof's result -> what a person reads in the terminal: breaches with the smallest profile, then one table. */

import { breachesOf, type SafetyResult, unexplained } from '../app/check-safety.ts';
import { walked } from '../app/safety-walked.ts';
import { type Breach, type Property, propertyIds } from '../prove/breach.ts';
import { questionsOf, told } from '../prove/profile-space.ts';
import { properties } from '../prove/properties.ts';
import { table } from './table.ts';

/** More breaches than this are counted, not told: mending the first ones mends most. */
const mostTold = 30;

export function safetyText(result: SafetyResult): string {
  const breaches = breachesOf(result);
  const told = breaches.slice(0, mostTold).map((breach) => breachText(breach, result));
  const more = breaches.length - told.length;
  const rows = propertyIds.map((id) => propertyRow(id, result));
  return [
    ...told,
    ...(more > 0 ? [`... and ${more} more\n`] : []),
    table(['property', 'walked', 'result'], rows),
    ...mutantLines(result),
    `Proof ${seconds(result.seconds.proof)}, sample ${seconds(result.seconds.sample)}, weakened rules ${seconds(result.seconds.mutants)}.\n`,
  ].join('\n');
}

function breachText({ property, about, message, hint, profile }: Breach, { content }: SafetyResult): string {
  const questions = content === undefined ? [] : questionsOf(content.rulebook);
  return [
    `BROKEN ${property}: ${about}`,
    `  ${message}`,
    ...(profile === undefined ? [] : [`  smallest profile: ${told(profile, questions)}`]),
    `  hint: ${hint}`,
    '',
  ].join('\n');
}

function propertyRow(id: Property, result: SafetyResult): string[] {
  const broken = new Set(breachesOf(result).flatMap((each) => (each.property === id ? [each.about] : [])));
  return [properties[id].title, walked(id, result), broken.size === 0 ? 'holds' : `BROKEN in ${broken.size}`];
}

function mutantLines(result: SafetyResult): string[] {
  const all = result.mutants.flatMap(({ tried }) => tried);
  if (all.length === 0) return [];
  const alive = unexplained(result);
  const reasons = new Map<string, number>();
  for (const { harmless } of all)
    if (harmless !== undefined) reasons.set(harmless, (reasons.get(harmless) ?? 0) + 1);
  return [
    `${all.length} rules deleted or weakened in turn:`,
    ...(['rulebook', 'blocks'] as const).map((of) => {
      const own = all.filter((mutant) => mutant.of === of);
      const killed = own.filter(({ killedBy }) => killedBy !== undefined).length;
      return `  of the ${of}: ${own.length}, seen by the proof ${killed} (${percent(killed, own.length)})`;
    }),
    ...[...reasons].map(([why, count]) => `  ${count} alive and harmless: ${why}`),
    ...alive.map(({ what }) => `  ALIVE, and nobody knows why: ${what}`),
    '',
  ];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function seconds(number: number): string {
  return `${number.toFixed(1)} s`;
}
