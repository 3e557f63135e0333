/** A template's text -> its Handlebars syntax tree, or the place where it can't be read. */

import Handlebars from 'handlebars';
import { errorAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';

export interface TemplateSource {
  /** The path as a person knows it; diagnostics name it. */
  readonly name: string;
  readonly text: string;
}

export function parseTemplate(template: TemplateSource): Outcome<hbs.AST.Program> {
  try {
    return success(Handlebars.parse(template.text));
  } catch (error) {
    return failure([syntaxError(template.name, error)]);
  }
}

/** Handlebars throws two kinds: its parser's text, with the line inside, and exceptions with a line and a column. */
function syntaxError(file: string, error: unknown) {
  const { message } = error as Error;
  const { lineNumber, column } = error as { lineNumber?: number; column?: number };
  const line = lineNumber ?? Number(/^Parse error on line (\d+)/.exec(message)?.[1] ?? 1);
  return errorAt(
    { file, line, ...(lineNumber === undefined || column === undefined ? {} : { column: column + 1 }) },
    'template-syntax',
    `Handlebars can't read this template: ${reasonIn(message)}.`,
    'Look here and just above for a block without its {{/end}}, or braces that do not close.',
  );
}

function reasonIn(message: string): string {
  const token = /got '(\w+)'$/.exec(message)?.[1];
  if (token === undefined) return message.replace(/ - \d+:\d+$/, '');
  if (token === 'EOF') return 'it ends inside a block';
  return token === 'INVALID' ? 'a character does not belong here' : `${token} does not belong here`;
}
