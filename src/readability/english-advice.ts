/** An English sentence -> what the plain-language rules of retext say of it: participles in the passive, and words with a simpler one. */

import retextEnglish from 'retext-english';
import retextPassive from 'retext-passive';
import retextSimplify from 'retext-simplify';
import { type Processor, unified } from 'unified';

export interface EnglishAdvice {
  readonly passives: readonly string[];
  /** The words as written, and what may stand instead; nothing when they can be left out. */
  readonly simpler: readonly { readonly words: string; readonly instead: readonly string[] }[];
}

/** Rules made for office letters: on a handout these words are plain, or the advice would change the meaning. */
const notForHandouts = [
  'address',
  'advise',
  'all of',
  'as to',
  'benefit',
  'combined',
  'contains',
  'effect',
  'forward',
  'function',
  'interface',
  'it is',
  'not certain',
  'not few',
  'not many',
  'not often',
  'not unless',
  'overall',
  'similar to',
  'there are',
  'there is',
  'type',
  'very',
  'vice',
  'your office',
];

const processor = unified()
  .use(retextEnglish)
  .use(retextPassive)
  .use(retextSimplify, { ignore: notForHandouts })
  .use(withoutOutput)
  .freeze();

const known = new Map<string, EnglishAdvice>();

/** The same sentences stand on many sheets, and taking one apart is slow: each is read once. */
export function englishAdvice(sentence: string): EnglishAdvice {
  const advice = known.get(sentence) ?? freshAdvice(sentence);
  known.set(sentence, advice);
  return advice;
}

function freshAdvice(sentence: string): EnglishAdvice {
  const { messages } = processor.processSync(sentence);
  const from = (source: string) => messages.filter((message) => message.source === source);
  return {
    passives: from('retext-passive').map(({ actual }) => actual ?? ''),
    simpler: from('retext-simplify').map(({ actual, expected }) => ({
      words: actual ?? '',
      instead: expected ?? [],
    })),
  };
}

/** Only the messages are wanted; a processor without a compiler refuses to work. */
function withoutOutput(this: Processor): void {
  this.compiler = () => '';
}
