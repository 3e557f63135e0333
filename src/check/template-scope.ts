/** A path and the contexts around it, as Handlebars would look it up -> its shape, or what is wrong with it. */

import { nearestName } from '../domain/nearest-name.ts';
import type { Finding } from './finding.ts';
import { memberOf, namesOf, type Shape, TEXT } from './shape.ts';

/** Where a piece of a template stands; partials start a new one. */
export interface Scope {
  readonly file: string;
  /** `this`. */
  readonly context: Shape;
  /** What `../` climbs through, nearest first; only #each and #with add to it. */
  readonly parents: readonly Shape[];
  readonly blockParams: ReadonlyMap<string, Shape>;
  /** How many #each stand around it, those of the callers included: they set @index. */
  readonly loops: number;
  readonly root: Shape;
  /** The partials that led here, outermost first, each `file:line`. */
  readonly calls: readonly string[];
}

const LOOP_VARIABLES: ReadonlySet<string> = new Set(['index', 'first', 'last', 'key']);

/** True for a bare name such as `title`, which may be a helper or a block parameter; `./title` and `a.b` are not. */
export function isBareName(path: hbs.AST.PathExpression): boolean {
  return path.parts.length === 1 && path.depth === 0 && !path.data && !isScoped(path);
}

function isScoped(path: hbs.AST.PathExpression): boolean {
  return /^(?:\.|this\b)/.test(path.original);
}

export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Shape | Finding {
  const [first, ...rest] = path.parts;
  if (path.data) return resolveData(path, scope);
  if (first !== undefined && path.depth === 0 && !isScoped(path)) {
    const parameter = scope.blockParams.get(first);
    if (parameter !== undefined) return step(parameter, rest, path, scope);
  }
  const start = path.depth === 0 ? scope.context : scope.parents[path.depth - 1];
  if (start === undefined) {
    return {
      code: 'no-parent-context',
      message: `"${path.original}" climbs higher than the contexts of this template.`,
      hint: `Only #each and #with open a context, #if and #unless do not, and a partial can't climb into its caller: pass the value as a named parameter.`,
    };
  }
  return step(start, path.parts, path, scope);
}

function resolveData(path: hbs.AST.PathExpression, scope: Scope): Shape | Finding {
  const [name = '', ...rest] = path.parts;
  if (name === 'root' && path.depth === 0) return step(scope.root, rest, path, scope);
  if (!LOOP_VARIABLES.has(name) || rest.length > 0) {
    return {
      code: 'unknown-path',
      message: `There is no variable "${path.original}".`,
      hint: 'There are @root, and inside #each @index, @first, @last and @key.',
    };
  }
  if (scope.loops > path.depth) return TEXT;
  return {
    code: 'unknown-path',
    message: `"${path.original}" stands outside the #each that would set it.`,
    hint: 'Move it into the #each.',
  };
}

function step(
  start: Shape,
  names: readonly string[],
  path: hbs.AST.PathExpression,
  scope: Scope,
): Shape | Finding {
  let shape = start;
  for (const [index, name] of names.entries()) {
    const next = memberOf(shape, name);
    if (next === undefined) return notFound(name, index === 0, shape, path, scope);
    shape = next;
  }
  return shape;
}

function notFound(
  name: string,
  isFirst: boolean,
  shape: Shape,
  path: hbs.AST.PathExpression,
  scope: Scope,
): Finding {
  const message = `There is no "${name}" here${path.original === name ? '' : ` (in "${path.original}")`}.`;
  const above = isFirst && path.depth === 0 && !path.data ? climbTo(name, scope) : undefined;
  return { code: 'unknown-path', message, hint: above ?? hintFrom(name, namesOf(shape)) };
}

function climbTo(name: string, scope: Scope): string | undefined {
  const level = scope.parents.findIndex((parent) => memberOf(parent, name) !== undefined);
  if (level >= 0) return `Did you mean "${'../'.repeat(level + 1)}${name}"?`;
  return memberOf(scope.root, name) === undefined ? undefined : `Did you mean "@root.${name}"?`;
}

const SHOWN = 12;

function hintFrom(name: string, names: readonly string[]): string {
  const known = [...new Set(names)];
  if (known.length === 0) return 'The value here has no parts: print it with {{this}}, or correct the path.';
  const meant = nearestName(name, known);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return `There are: ${known.slice(0, SHOWN).join(', ')}${known.length > SHOWN ? ', ...' : ''}.`;
}
