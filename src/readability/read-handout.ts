/** One tailored handout and the lists of plain words -> how hard it is to read: scores, and what to mend. */

import type { Handout } from '../domain/handout.ts';
import { type LanguagePlainWords, languagePlainWordsSchema, type PlainWords } from '../domain/plain-words.ts';
import { type PrintedText, printedTexts } from '../domain/printed-texts.ts';
import type { TextFinding, TextReport } from '../domain/text-report.ts';
import { gradeFindings } from './grade-findings.ts';
import { jargonFindings } from './jargon-findings.ts';
import { listFindings } from './list-findings.ts';
import { numberFindings } from './number-findings.ts';
import { passiveFindings } from './passive-findings.ts';
import { phraseFindings } from './phrase-findings.ts';
import { scoreText } from './score-text.ts';
import { sentenceFindings } from './sentence-findings.ts';
import { baseOf } from './spoken-words.ts';
import { termFindings } from './term-findings.ts';

/** `sheet` names the made-up patient for whom the handout was tailored. */
export function readHandout(handout: Handout, sheet: string, plainWords: PlainWords): TextReport {
  const { topic, language, style } = handout;
  const read = readTexts(printedTexts(handout), language, plainWords);
  return { topic, language, style, sheet, ...read, findings: [...read.findings, ...listFindings(handout)] };
}

export function readTexts(
  texts: readonly PrintedText[],
  language: string,
  plainWords: PlainWords,
): Pick<TextReport, 'scores' | 'findings'> {
  const words = plainWordsFor(language, plainWords);
  // The clinician's own words are the clinician's, and may hold what the patient told.
  const ours = texts.filter(({ kind }) => kind !== 'own-words');
  const scores = scoreText(ours, language, words.aloud);
  const findings = [
    ...gradeFindings(scores, ours, language, words.aloud),
    ...sentenceFindings(ours, language),
    ...passiveFindings(ours, language, words.not_passive),
    ...jargonFindings(ours, language, words.jargon),
    ...termFindings(ours, language, words.terms),
    ...numberFindings(ours, language, words),
    ...phraseFindings(ours, language, words),
  ];
  return { scores, findings: onceEach(findings) };
}

function plainWordsFor(language: string, plainWords: PlainWords): LanguagePlainWords {
  return plainWords[language] ?? plainWords[baseOf(language)] ?? languagePlainWordsSchema.parse({});
}

/** A block may say the same twice, and a sign may stand on a sheet in two places. */
function onceEach(findings: readonly TextFinding[]): TextFinding[] {
  const keyed = findings.map((finding) => {
    const key = [finding.rule, finding.part, finding.words, finding.message].join('|');
    return [key, finding] as const;
  });
  return [...new Map(keyed).values()];
}
