/** One template's syntax tree and its scope -> reports of what is wrong in it, and a call for each partial it uses. */

import { ANYTHING, extend, isPrintable, itemOf, type Shape, TEXT } from './shape.ts';
import {
  callShape,
  expressionShape,
  isHelperName,
  namedShapes,
  pathShape,
  type Surroundings,
} from './template-expression.ts';
import type { Scope } from './template-scope.ts';

export interface Walk extends Surroundings {
  /** Checks the partial in this context; reports if there is no such partial. */
  readonly enterPartial: (name: string, node: hbs.AST.Node, context: Shape, from: Scope) => void;
}

/** An absent `{{else}}` is an absent program. */
export function walkProgram(program: hbs.AST.Program | undefined, scope: Scope, walk: Walk): void {
  for (const statement of program?.body ?? []) walkStatement(statement, scope, walk);
}

function walkStatement(node: hbs.AST.Statement, scope: Scope, walk: Walk): void {
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return;
    case 'MustacheStatement':
      walkMustache(node as hbs.AST.MustacheStatement, scope, walk);
      return;
    case 'BlockStatement':
      walkBlock(node as hbs.AST.BlockStatement, scope, walk);
      return;
    case 'PartialStatement':
      walkPartial(node as hbs.AST.PartialStatement, scope, walk);
      return;
    default:
      walk.report(node, scope, {
        code: 'template-construct',
        message: 'Partial blocks {{#> }}, inline partials {{#*inline}} and decorators are not used here.',
        hint: 'Put the piece into a template of its own and call it with {{> name}}.',
      });
  }
}

function walkMustache(node: hbs.AST.MustacheStatement, scope: Scope, walk: Walk): void {
  if (!node.escaped) {
    walk.report(node, scope, {
      code: 'unescaped-output',
      message: 'This puts text into the page without escaping it.',
      hint: 'Write {{ }} with two braces and no &; markup comes only from helpers.',
    });
  }
  const { path } = node;
  if (!isPath(path)) {
    walk.report(node, scope, {
      code: 'template-construct',
      message: 'A literal stands in braces.',
      hint: 'Write the text without braces.',
    });
    return;
  }
  const isCall = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
  const shape =
    isCall || isHelperName(path, scope, walk)
      ? callShape({ ...node, path }, 'inline', scope, walk)
      : pathShape(path, scope, walk);
  if (isPrintable(shape)) return;
  walk.report(node, scope, {
    code: 'prints-object',
    message: `"${path.original}" is a list or an object, not a text.`,
    hint: 'Go through a list with {{#each}}, or print one of its parts.',
  });
}

function walkBlock(node: hbs.AST.BlockStatement, scope: Scope, walk: Walk): void {
  const name = node.path.original;
  callShape(node, 'block', scope, walk);
  walkProgram(node.program, bodyScope(name, node, scope, walk), walk);
  walkProgram(node.inverse, scope, walk);
}

function bodyScope(name: string, node: hbs.AST.BlockStatement, scope: Scope, walk: Walk): Scope {
  const subject = node.params[0];
  const names = node.program?.blockParams ?? [];
  if (subject === undefined || (name !== 'each' && name !== 'with')) {
    return withParams(scope, names, []);
  }
  // Its problems are reported with the call; here only its shape counts.
  const shape = expressionShape(subject, scope, { ...walk, report: () => undefined });
  const context = name === 'with' ? shape : itemsOf(shape, node, scope, walk);
  const inner: Scope = {
    ...scope,
    context,
    parents: [scope.context, ...scope.parents],
    loops: scope.loops + (name === 'each' ? 1 : 0),
  };
  return withParams(inner, names, [context, TEXT]);
}

/** Block parameters: of #each the item and its index or key; those of other helpers aren't known. */
function withParams(scope: Scope, names: readonly string[], shapes: readonly Shape[]): Scope {
  if (names.length === 0) return scope;
  const added = names.map((name, index) => [name, shapes[index] ?? ANYTHING] as const);
  return { ...scope, blockParams: new Map([...scope.blockParams, ...added]) };
}

function itemsOf(shape: Shape, node: hbs.AST.BlockStatement, scope: Scope, walk: Walk): Shape {
  const item = itemOf(shape);
  if (item !== undefined) return item;
  walk.report(node, scope, {
    code: 'not-a-list',
    message: '#each goes through a list, and this is not one.',
    hint: 'Use {{#if}} to ask whether it is there, or {{#with}} to step into it.',
  });
  return ANYTHING;
}

function walkPartial(node: hbs.AST.PartialStatement, scope: Scope, walk: Walk): void {
  const name = partialName(node.name);
  const [given] = node.params;
  const context = given === undefined ? scope.context : expressionShape(given, scope, walk);
  const named = namedShapes(node.hash, scope, walk);
  if (node.params.length > 1) {
    walk.report(node, scope, {
      code: 'partial-parameters',
      message: 'A partial takes one context, and there are more.',
      hint: 'Pass the other values by name: {{> name context key=value}}.',
    });
  }
  if (name === undefined) {
    walk.report(node, scope, {
      code: 'template-construct',
      message: 'The name of this partial is known only when the page is made, so it cannot be checked.',
      hint: 'Write one {{#if}} for each partial, and call each by its name.',
    });
    return;
  }
  walk.enterPartial(name, node, extend(context, named), scope);
}

function partialName(node: hbs.AST.Node): string | undefined {
  if (node.type === 'StringLiteral') return (node as hbs.AST.StringLiteral).value;
  if (node.type !== 'PathExpression') return undefined;
  const path = node as hbs.AST.PathExpression;
  return path.data ? undefined : path.original;
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
