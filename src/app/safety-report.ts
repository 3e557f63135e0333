/** The proof's result -> the page for a medical director: what was walked, what held, the levels, the mutants. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NeverPair } from '../domain/never.ts';
import { propertyIds } from '../prove/breach.ts';
import { levelsTable } from '../prove/levels-table.ts';
import { questionsOf, told } from '../prove/profile-space.ts';
import { properties } from '../prove/properties.ts';
import { renderSafetyReport, type SafetyReportModel } from '../render/safety-report.ts';
import type { Settings } from '../settings.ts';
import { conditionText } from '../tailor/condition.ts';
import { breachesOf, isSafe, type SafetyResult, unexplained } from './check-safety.ts';
import { walked } from './safety-walked.ts';

/** `moment`: ISO time of making. */
export function safetyReport(result: SafetyResult, settings: Settings, moment: string): string {
  const template = readFileSync(join(settings.home, 'templates', 'reports', 'safety.hbs'), 'utf8');
  return renderSafetyReport(template, reportModel(result, moment, versionOf(settings)));
}

function reportModel(result: SafetyResult, moment: string, version: string): SafetyReportModel {
  const { content, kinds, seconds } = result;
  if (content === undefined) throw new Error('there is nothing to report on');
  const breaches = breachesOf(result);
  const broken = new Set(breaches.map((breach) => breach.property));
  const questions = questionsOf(content.rulebook);
  const { resources, fixed, rows } = levelsTable(content.rulebook);
  const condition = (when: NeverPair['with']) => (when === undefined ? 'everybody' : conditionText(when));
  const never = content.never;
  return {
    clinic: content.clinic.name,
    date: `${moment.slice(0, 16).replace('T', ' ')} UTC`,
    version,
    rulebook: content.rulebook.version,
    safe: isSafe(result),
    brokenCount: breaches.length,
    reviewLine: 'The review column says whether a clinician of this clinic has approved the text.',
    seconds: `The proof took ${seconds.proof.toFixed(1)} s, the sample ${seconds.sample.toFixed(1)} s.`,
    questionCount: questions.length,
    kinds: kinds.map(({ topic, language, style, profiles, sentences }) => ({
      topic,
      language,
      style,
      review: content.reviews.get(`${topic}/${language}`)?.state ?? 'draft',
      profiles: profiles.toLocaleString('en'),
      sentences,
    })),
    properties: propertyIds.map((id) => ({
      ...properties[id],
      walked: walked(id, result),
      holds: !broken.has(id),
    })),
    resources,
    fixedLevels: fixed.map(({ resource, level }) => `${resource}: ${level}`).join('; '),
    levels: rows.map(({ fact, levels }) => ({ fact, cells: levels })),
    pairs: never
      .flatMap((file) => file.pairs)
      .map((pair) => ({
        things: pair.advise.join(', '),
        patient: condition(pair.with),
        level: pair.level,
        why: pair.why,
      })),
    duties: never
      .flatMap((file) => file.duties)
      .map((duty) => ({
        patient: duty.no_pill ? `${condition(duty.when)} for whom no pill is ok` : condition(duty.when),
        why: duty.why,
      })),
    mutants: mutantModel(result),
    breaches: breaches.map(({ property, message, profile }) => ({
      property,
      message,
      profile: profile === undefined ? 'everybody' : told(profile, questions),
    })),
  };
}

function mutantModel(result: SafetyResult): SafetyReportModel['mutants'] {
  const all = result.mutants.flatMap(({ tried }) => tried);
  const killed = all.filter(({ killedBy }) => killedBy !== undefined).length;
  return {
    tried: all.length,
    killed,
    score: `${((100 * killed) / Math.max(1, all.length)).toFixed(1)} %`,
    harmless: all.flatMap(({ what, harmless }) => (harmless === undefined ? [] : [{ what, why: harmless }])),
    unexplained: unexplained(result).map(({ what }) => what),
  };
}

function versionOf({ home }: Settings): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}
