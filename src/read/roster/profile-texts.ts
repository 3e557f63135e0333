/** A text in YAML or JSON that holds many profiles -> the text of each, with the line on which it begins. */

import type { TextRow } from './text-row.ts';

/** A list, or documents parted by `---`. Each is cut out before it is parsed, so that a broken one breaks no other. */
export function yamlProfiles(text: string): TextRow[] {
  const lines = text.split('\n');
  const rows: TextRow[] = [];
  let open: { lines: string[]; line: number } | undefined;
  let dash: RegExp | undefined;
  const close = () => {
    if (open !== undefined) rows.push({ text: open.lines.join('\n'), line: open.line });
    open = undefined;
  };
  lines.forEach((each, index) => {
    if (/^(---|\.\.\.)(\s|$)/.test(each)) {
      close();
      dash = undefined;
      return;
    }
    if (open === undefined) {
      if (/^\s*(#|$)/.test(each)) return;
      const indent = /^( *)-(\s|$)/.exec(each)?.[1];
      dash = indent === undefined ? undefined : new RegExp(`^${indent}-(?=\\s|$)`);
    }
    if (dash?.test(each) === true) {
      close();
      open = { lines: [each.replace('-', ' ')], line: index + 1 };
    } else {
      open ??= { lines: [], line: index + 1 };
      open.lines.push(each);
    }
  });
  close();
  return rows;
}

/** Each `{...}` on the outside, in a list, one after the other or alone; what else stands there is a row that is wrong. */
export function jsonProfiles(text: string): TextRow[] {
  const rows: TextRow[] = [];
  let depth = 0;
  let start = 0;
  let startLine = 1;
  let line = 1;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') line += 1;
    if (depth === 0 && character !== undefined && !/[\s[\],{]/.test(character)) {
      rows.push({ text: character, line });
      // One complaint for each run of it.
      while (at + 1 < text.length && !/[\n,{]/.test(text[at + 1] ?? '')) at += 1;
    } else if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') {
      if (depth === 0) [start, startLine] = [at, line];
      depth += 1;
    } else if (character === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) rows.push({ text: text.slice(start, at + 1), line: startLine });
    }
  }
  if (depth > 0) rows.push({ text: text.slice(start), line: startLine });
  return rows;
}
