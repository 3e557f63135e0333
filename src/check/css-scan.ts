/** A stylesheet's text -> its declarations, blocks and block-less at-rules, each with its place and the blocks around it. */

export interface CssPiece {
  readonly kind: 'declaration' | 'block' | 'statement';
  /** Property in lower case; empty for the others. */
  readonly property: string;
  /** Value, prelude or statement, without comments. */
  readonly text: string;
  /** Preludes of the blocks around it, outermost first. */
  readonly within: readonly string[];
  readonly line: number;
  readonly column: number;
}

export interface CssScan {
  readonly pieces: readonly CssPiece[];
  /** True when every block, string and comment is closed. */
  readonly complete: boolean;
}

/** Comment, string, unquoted url(), or one character that builds the structure. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*'|url\(\s*[^"'\s)][^)]*\)|\/\*|["'{};()]/gi;

export function scanCss(css: string): CssScan {
  const pieces: CssPiece[] = [];
  const within: string[] = [];
  const placeAt = lineFinder(css);
  let depth = 0;
  let complete = true;
  let text = '';
  let from = 0;

  const add = (kind: 'block' | 'rule') => {
    const content = text.trim();
    const start = from + (css.slice(from).match(START)?.[0].length ?? 0);
    if (content !== '') pieces.push({ ...pieceOf(kind, content), within: [...within], ...placeAt(start) });
    return content;
  };

  let last = 0;
  for (const match of css.matchAll(TOKEN)) {
    const [token] = match;
    text += css.slice(last, match.index);
    last = match.index + token.length;
    if (token.startsWith('/*')) {
      text += ' ';
      complete &&= token.length > 2;
    } else if (token.length > 1) text += token;
    else if (token === '"' || token === "'") complete = false;
    else if (token === '(' || token === ')') {
      depth = Math.max(0, depth + (token === '(' ? 1 : -1));
      text += token;
    } else if (depth > 0) text += token;
    else {
      if (token === '{') within.push(add('block'));
      else add('rule');
      if (token === '}' && within.pop() === undefined) complete = false;
      text = '';
      from = last;
    }
  }
  text += css.slice(last);
  add('rule');
  return { pieces, complete: complete && within.length === 0 && depth === 0 };
}

/** White space and comments before the piece itself. */
const START = /^(?:\s|\/\*[\s\S]*?\*\/)*/;

function pieceOf(kind: 'block' | 'rule', content: string): Pick<CssPiece, 'kind' | 'property' | 'text'> {
  if (kind === 'block') return { kind, property: '', text: content };
  const colon = content.indexOf(':');
  if (content.startsWith('@') || colon < 0) return { kind: 'statement', property: '', text: content };
  return {
    kind: 'declaration',
    property: content.slice(0, colon).trim().toLowerCase(),
    text: content.slice(colon + 1).trim(),
  };
}

/** Offsets must not go backwards: one pass counts the lines. */
function lineFinder(css: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let next = css.indexOf('\n', lineStart); next >= 0 && next < offset; ) {
      line += 1;
      lineStart = next + 1;
      next = css.indexOf('\n', lineStart);
    }
    return { line, column: offset - lineStart + 1 };
  };
}
