/** How hard a sheet's words are to read: scores and findings of one tailored text, for its authors. */

export interface ReadingScores {
  readonly sentences: number;
  readonly words: number;
  readonly wordsPerSentence: number;
  readonly lettersPerWord: number;
  /** US school grade by Flesch-Kincaid; English only. */
  readonly fleschKincaid?: number;
  /** US school grade by SMOG; English only, and only where there are ten sentences or more. */
  readonly smog?: number;
  /** Ease, 0 (hard) to 100; Spanish only. */
  readonly fernandezHuerta?: number;
  /** Ease by Szigriszt-Pazos on the INFLESZ scale, 0 (hard) to 100; Spanish only. */
  readonly inflesz?: number;
}

export type TextRule =
  | 'reading-grade'
  | 'smog'
  | 'long-sentence'
  | 'passive-voice'
  | 'jargon'
  | 'unexplained-term'
  | 'long-list'
  | 'hard-number'
  | 'third-person'
  | 'sums';

export interface TextFinding {
  readonly rule: TextRule;
  readonly severity: 'error' | 'warning';
  /** The part of the sheet, as in `printedTexts`: `block heat.ok`, `sign E1`; `sheet` for the whole. */
  readonly part: string;
  /** The sentence or words it is about; the shipped content's own, never a patient's. */
  readonly words: string;
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
}

/** One tailored sheet, read. */
export interface TextReport {
  readonly topic: string;
  readonly language: string;
  readonly style: string;
  /** Which made-up patient it was tailored to: `healthy adult`, `nothing known`. */
  readonly sheet: string;
  readonly scores: ReadingScores;
  readonly findings: readonly TextFinding[];
}
