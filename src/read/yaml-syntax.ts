/** YAML text -> its document with the parser's own complaints, or the offset where it goes too far. */

import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from 'yaml';

export type Composed =
  | { readonly document: Document.Parsed; readonly nextDocumentAt?: number }
  | { readonly tooDeepAt: number }
  | { readonly tooManyAt: number };

/** Words and signs; a real file of a megabyte has about this many, a hostile one one for each byte. */
const mostLexemes = 200_000;

/**
 * `lines` learns where each line starts. The nesting is measured while the parser still works without
 * recursion, so no depth can exhaust the stack.
 */
export function composeDocument(text: string, lines: LineCounter, deepest: number): Composed {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > mostLexemes) return { tooManyAt: parser.offset };
    tokens.push(...parser.next(lexeme));
    // The document and a scalar stand on the stack besides the maps and lists.
    if (parser.stack.length > deepest + 2) return { tooDeepAt: parser.offset };
  }
  tokens.push(...parser.end());
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    resolveKnownTags: false,
    // Checked while the value is built: here it takes time by the square of the number of keys.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [document, next] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) throw new Error('the composer always gives a document');
  return next === undefined ? { document } : { document, nextDocumentAt: next.range[0] };
}
