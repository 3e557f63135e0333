/** Questions with a few answers each -> sets of all possible answer sheets, kept as decision diagrams: exact, however many sheets there are. */

/**
 * A set of answer sheets. Two sets that hold the same sheets are the same number, so "is it empty?" and "are they
 * equal?" cost nothing (R. E. Bryant, Graph-based algorithms for Boolean function manipulation, 1986; here with several
 * answers to a question instead of two).
 */
export type Sheets = number;

export const none: Sheets = 0;
export const all: Sheets = 1;

export interface Question {
  readonly name: string;
  readonly answers: readonly string[];
  /** The answer of a patient of whom there is nothing to say. */
  readonly usual: string;
}

/** Question -> answer. */
export type AnswerSheet = Readonly<Record<string, string>>;

interface Branch {
  readonly question: number;
  /** One set for each answer. */
  readonly next: readonly Sheets[];
}

const ends: readonly [Branch, Branch] = [
  { question: Number.POSITIVE_INFINITY, next: [] },
  { question: Number.POSITIVE_INFINITY, next: [] },
];

export class Diagrams {
  readonly questions: readonly Question[];
  private readonly branches: Branch[] = [...ends];
  private readonly known = new Map<string, Sheets>();
  private readonly both = new Map<string, Sheets>();
  private readonly others = new Map<Sheets, Sheets>();
  private readonly counted = new Map<Sheets, bigint>();

  constructor(questions: readonly Question[]) {
    this.questions = questions;
  }

  /** All sheets on which the question has one of these answers. */
  answered(question: string, answers: readonly string[]): Sheets {
    const index = this.indexOf(question);
    const own = this.questions[index]?.answers ?? [];
    return this.branch(
      index,
      own.map((answer) => (answers.includes(answer) ? all : none)),
    );
  }

  and(a: Sheets, b: Sheets): Sheets {
    if (a === none || b === none) return none;
    if (a === all || a === b) return b;
    if (b === all) return a;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const seen = this.both.get(key);
    if (seen !== undefined) return seen;
    const [left, right] = [this.at(a), this.at(b)];
    const question = Math.min(left.question, right.question);
    const count = this.questions[question]?.answers.length ?? 0;
    const next = Array.from({ length: count }, (_, answer) =>
      this.and(step(a, left, question, answer), step(b, right, question, answer)),
    );
    const result = this.branch(question, next);
    this.both.set(key, result);
    return result;
  }

  not(a: Sheets): Sheets {
    if (a === none) return all;
    if (a === all) return none;
    const seen = this.others.get(a);
    if (seen !== undefined) return seen;
    const { question, next } = this.at(a);
    const result = this.branch(
      question,
      next.map((each) => this.not(each)),
    );
    this.others.set(a, result);
    this.others.set(result, a);
    return result;
  }

  or(a: Sheets, b: Sheets): Sheets {
    return this.not(this.and(this.not(a), this.not(b)));
  }

  every(sets: readonly Sheets[]): Sheets {
    return sets.reduce((joined, each) => this.and(joined, each), all);
  }

  some(sets: readonly Sheets[]): Sheets {
    return sets.reduce((joined, each) => this.or(joined, each), none);
  }

  /** Sheets of `a` that are not in `b`: empty when `a` implies `b`. */
  without(a: Sheets, b: Sheets): Sheets {
    return this.and(a, this.not(b));
  }

  /** The same set as if the question had this answer on every sheet. */
  given(a: Sheets, question: string, answer: string): Sheets {
    const index = this.indexOf(question);
    const place = this.questions[index]?.answers.indexOf(answer) ?? -1;
    const seen = new Map<Sheets, Sheets>();
    const walk = (node: Sheets): Sheets => {
      const here = this.at(node);
      if (here.question > index) return node;
      if (here.question === index) return here.next[place] ?? none;
      const known = seen.get(node);
      if (known !== undefined) return known;
      const result = this.branch(here.question, here.next.map(walk));
      seen.set(node, result);
      return result;
    };
    return walk(a);
  }

  /** How many sheets the set holds. */
  count(a: Sheets): bigint {
    return this.countFrom(a, 0);
  }

  /** Whether this one sheet is in the set. */
  holds(a: Sheets, sheet: AnswerSheet): boolean {
    let node = a;
    while (node !== none && node !== all) {
      const { question, next } = this.at(node);
      const asked = this.questions[question];
      node = next[asked?.answers.indexOf(sheet[asked.name] ?? '') ?? -1] ?? none;
    }
    return node === all;
  }

  /** The sheet of the set with the fewest unusual answers; undefined when the set is empty. */
  smallest(a: Sheets): AnswerSheet | undefined {
    const cost = new Map<Sheets, number>([
      [none, Number.POSITIVE_INFINITY],
      [all, 0],
    ]);
    const costOf = (node: Sheets): number => {
      const seen = cost.get(node);
      if (seen !== undefined) return seen;
      const { question, next } = this.at(node);
      const asked = this.questions[question];
      const least = Math.min(
        ...next.map((each, i) => costOf(each) + (asked?.answers[i] === asked?.usual ? 0 : 1)),
      );
      cost.set(node, least);
      return least;
    };
    if (a === none) return undefined;
    const sheet: Record<string, string> = Object.fromEntries(this.questions.map((q) => [q.name, q.usual]));
    let node = a;
    while (node !== all) {
      const least = costOf(node);
      const { question, next } = this.at(node);
      const asked = this.questions[question];
      if (asked === undefined) return undefined;
      const place = next.findIndex(
        (each, i) => costOf(each) + (asked.answers[i] === asked.usual ? 0 : 1) === least,
      );
      sheet[asked.name] = asked.answers[place] ?? asked.usual;
      node = next[place] ?? none;
    }
    return sheet;
  }

  private countFrom(a: Sheets, from: number): bigint {
    const here = this.at(a);
    const to = Math.min(here.question, this.questions.length);
    // Questions that the set does not ask multiply it.
    let skipped = 1n;
    for (let i = from; i < to; i += 1) skipped *= BigInt(this.questions[i]?.answers.length ?? 1);
    if (a === none) return 0n;
    if (a === all) return skipped;
    let own = this.counted.get(a);
    if (own === undefined) {
      own = here.next.reduce((sum, each) => sum + this.countFrom(each, here.question + 1), 0n);
      this.counted.set(a, own);
    }
    return own * skipped;
  }

  private branch(question: number, next: readonly Sheets[]): Sheets {
    const [first] = next;
    if (first !== undefined && next.every((each) => each === first)) return first;
    const key = `${question}:${next.join()}`;
    const seen = this.known.get(key);
    if (seen !== undefined) return seen;
    this.branches.push({ question, next });
    this.known.set(key, this.branches.length - 1);
    return this.branches.length - 1;
  }

  private at(a: Sheets): Branch {
    return this.branches[a] ?? ends[0];
  }

  private indexOf(question: string): number {
    const index = this.questions.findIndex((each) => each.name === question);
    if (index < 0) throw new Error(`no question ${question}`);
    return index;
  }
}

function step(node: Sheets, branch: Branch, question: number, answer: number): Sheets {
  return branch.question === question ? (branch.next[answer] ?? none) : node;
}
