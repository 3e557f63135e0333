/** A complaint of the YAML parser -> our own sentence for it, which never holds a piece of the file. */

import type { ErrorCode } from 'yaml';

export interface Sentence {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Where the fault is better shown than where the parser noticed it. */
  readonly show?: 'opening-quote' | 'opening-bracket';
}

interface Rule extends Sentence {
  readonly of: readonly ErrorCode[];
  /** What the parser's own message has to contain for this rule. */
  readonly said?: string;
}

export const tabSentence: Sentence = {
  code: 'tab-indent',
  message: 'A tab is used for indentation',
  hint: 'Indent with spaces, two for each level',
};

export const openQuoteSentence: Sentence = {
  code: 'unclosed-quote',
  message: 'A quotation mark is opened here and not closed',
  hint: 'Close it at the end of the text, or write the text without quotes',
  show: 'opening-quote',
};

export const indentedUnderValue: Sentence = {
  code: 'bad-indent',
  message: 'The line after this one is indented, but this line already has a value',
  hint: 'Give both lines the same indentation, or leave nothing after the colon of this line',
};

const other: Sentence = {
  code: 'bad-yaml',
  message: 'This is not valid YAML',
  hint: 'Check indentation, colons, dashes and quotes on this line and the one before',
};

const rules: readonly Rule[] = [
  { of: ['TAB_AS_INDENT'], ...tabSentence },
  { of: ['MISSING_CHAR'], said: 'Missing closing', ...openQuoteSentence },
  {
    of: ['BAD_INDENT', 'MISSING_CHAR'],
    said: 'end with a',
    code: 'unclosed-bracket',
    message: 'A bracket is opened here and not closed',
    hint: 'Close it with `]` or `}`; text that starts with a bracket has to stand in quotes',
    show: 'opening-bracket',
  },
  {
    of: ['BAD_INDENT', 'MISSING_CHAR'],
    code: 'bad-indent',
    said: 'same column',
    message: 'The indentation of this line does not fit the lines above',
    hint: 'Start it in the same column as the lines that it belongs with',
  },
  {
    of: ['MISSING_CHAR', 'UNEXPECTED_TOKEN'],
    said: 'equence item without',
    code: 'bad-indent',
    message: 'The indentation of this line does not fit the list above',
    hint: 'Start a new item with `- ` in the column of the other dashes, or indent the line as part of an item',
  },
  {
    of: ['BLOCK_AS_IMPLICIT_KEY'],
    code: 'colon-in-text',
    message: 'The text after the first colon holds another colon',
    hint: 'Put the whole text in quotes',
  },
  {
    of: ['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR'],
    said: 'mplicit',
    code: 'missing-colon',
    message: 'This line is not of the form `key: value`',
    hint: 'Write a key, a colon and a space; a longer text goes below `key: |`, indented',
  },
  {
    of: ['UNEXPECTED_TOKEN'],
    said: 'same line with key',
    code: 'list-on-key-line',
    message: 'A list cannot start on the line of its key',
    hint: 'Start the list on the next line; text that starts with a dash has to stand in quotes',
  },
  {
    of: ['UNEXPECTED_TOKEN'],
    said: 'scalar at node end',
    code: 'text-after-end',
    message: 'There is more text here after the end of the value',
    hint: 'Write an apostrophe inside single quotes twice, and use single quotes around text with double quotes in it',
  },
  {
    of: ['UNEXPECTED_TOKEN'],
    said: 'n flow',
    code: 'stray-comma',
    message: 'A comma or a bracket is out of place here',
    hint: 'Write one comma between two entries; text with commas or brackets has to stand in quotes',
  },
  {
    of: ['MISSING_CHAR', 'BLOCK_IN_FLOW'],
    said: 'flow collection',
    code: 'missing-comma',
    message: 'A comma is missing between two entries',
    hint: 'Write a comma after each entry but the last',
  },
  {
    of: ['MISSING_CHAR'],
    said: 'between',
    code: 'missing-comma',
    message: 'A comma is missing between two entries',
    hint: 'Write a comma after each entry but the last',
  },
  {
    of: ['MISSING_CHAR'],
    said: 'Comments must',
    code: 'comment-too-close',
    message: 'A comment starts right after a value',
    hint: 'Write a space before `#`, or put a text that holds `#` in quotes',
  },
  {
    of: ['BAD_SCALAR_START'],
    code: 'needs-quotes',
    message: 'Text cannot start with this character',
    hint: 'Put the text in quotes',
  },
  {
    of: ['UNEXPECTED_TOKEN'],
    said: 'lock scalar header',
    code: 'needs-quotes',
    message: 'After `|` or `>` the text starts on the next line',
    hint: 'Begin the text on the next line, indented; a text that starts with `|` or `>` has to stand in quotes',
  },
  {
    of: ['UNEXPECTED_TOKEN'],
    said: 'Not a YAML token',
    code: 'needs-quotes',
    message: 'After `|` or `>` the text starts on the next line',
    hint: 'Begin the text on the next line, indented; a text that starts with `|` or `>` has to stand in quotes',
  },
  {
    of: ['BAD_DQ_ESCAPE'],
    code: 'bad-escape',
    message: 'A backslash between double quotes is followed by a letter that means nothing',
    hint: 'Use single quotes, or write the backslash twice',
  },
  {
    of: ['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE', 'MULTIPLE_TAGS'],
    code: 'tag-refused',
    message: 'A tag (a word that starts with `!`) is not allowed: a file holds data, never code',
    hint: 'Remove the tag; text that starts with `!` has to stand in quotes',
  },
  {
    of: ['BAD_ALIAS', 'ALIAS_PROPS', 'MULTIPLE_ANCHORS'],
    code: 'needs-quotes',
    message: 'Text cannot start with `*` or `&` like this',
    hint: 'Put the text in quotes',
  },
  {
    of: ['NON_STRING_KEY', 'KEY_OVER_1024_CHARS'],
    code: 'odd-key',
    message: 'A key has to be a short plain name',
    hint: 'Write `key: value`; text that starts with `?`, `[` or `{` has to stand in quotes',
  },
  {
    of: ['BAD_DIRECTIVE', 'MISSING_CHAR'],
    said: 'irective',
    code: 'directive-refused',
    message: 'A line that starts with `%` is not allowed here',
    hint: 'Remove the line, or put the text in quotes',
  },
  {
    of: ['RESOURCE_EXHAUSTION'],
    code: 'too-deep',
    message: 'The levels in this file nest too deep',
    hint: 'Check for brackets or dashes that repeat by mistake',
  },
];

/** The first rule that fits. */
export function sentenceFor(code: ErrorCode, said: string): Sentence {
  return (
    rules.find((rule) => rule.of.includes(code) && (rule.said === undefined || said.includes(rule.said))) ??
    other
  );
}
