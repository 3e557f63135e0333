/** An expression in a template and its scope -> the shape of its value, with a report of every path and call that is wrong. */

import { nearestName } from '../domain/nearest-name.ts';
import type { Finding } from './finding.ts';
import type { HelperSpec } from './helper-spec.ts';
import { ANYTHING, itemOf, memberOf, namesOf, type Shape, shapeOf, TEXT, textOf } from './shape.ts';
import { isBareName, resolvePath, type Scope } from './template-scope.ts';

export type Report = (node: hbs.AST.Node, scope: Scope, problem: Finding) => void;

/** What all templates of one check share. */
export interface Surroundings {
  readonly helpers: ReadonlyMap<string, HelperSpec>;
  readonly report: Report;
}

/** A helper call: a mustache, a block or a sub-expression. */
interface Call extends hbs.AST.Node {
  readonly path: hbs.AST.PathExpression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
}

/** Reports what is wrong and goes on with `ANYTHING`, so that one mistake is one diagnostic. */
export function expressionShape(node: hbs.AST.Node, scope: Scope, around: Surroundings): Shape {
  switch (node.type) {
    case 'PathExpression':
      return pathShape(node as hbs.AST.PathExpression, scope, around);
    case 'SubExpression':
      return callShape(node as hbs.AST.SubExpression, 'inline', scope, around);
    case 'StringLiteral':
      return textOf((node as hbs.AST.StringLiteral).value);
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return TEXT;
    default:
      return [];
  }
}

export function pathShape(path: hbs.AST.PathExpression, scope: Scope, around: Surroundings): Shape {
  const found = resolvePath(path, scope);
  if (!('code' in found)) return found;
  around.report(path, scope, found);
  return ANYTHING;
}

/** True when Handlebars would take the name for a helper. */
export function isHelperName(path: hbs.AST.PathExpression, scope: Scope, around: Surroundings): boolean {
  return isBareName(path) && !scope.blockParams.has(path.original) && around.helpers.has(path.original);
}

/** The result of a helper; its name, its use, the number of its parameters and all of them are checked. */
export function callShape(call: Call, use: HelperSpec['use'], scope: Scope, around: Surroundings): Shape {
  const name = String(call.path.original);
  const params = call.params.map((param) => expressionShape(param, scope, around));
  const named = namedShapes(call.hash, scope, around);
  const helper = around.helpers.get(name);
  if (helper === undefined) {
    around.report(call, scope, unknownHelper(name, use, call, around));
    return ANYTHING;
  }
  if (helper.use !== use) {
    const right = helper.use === 'block' ? `{{#${name} ...}}...{{/${name}}}` : `{{${name} ...}}`;
    around.report(call, scope, {
      code: 'helper-misused',
      message: `The helper "${name}" can't stand here.`,
      hint: `Write ${right}.`,
    });
    return ANYTHING;
  }
  checkParameters(call, name, helper, [...named.keys()], scope, around);
  if (name === 'lookup') return lookupShape(call, params, scope, around);
  return helper.returns === undefined ? TEXT : shapeOf(helper.returns);
}

export function namedShapes(
  hash: hbs.AST.Hash | undefined,
  scope: Scope,
  around: Surroundings,
): Map<string, Shape> {
  const pairs = hash?.pairs ?? [];
  return new Map(pairs.map((pair) => [pair.key, expressionShape(pair.value, scope, around)]));
}

function unknownHelper(name: string, use: HelperSpec['use'], call: Call, around: Surroundings) {
  const isBareBlock = use === 'block' && call.params.length === 0;
  const candidates = [...around.helpers].filter(([, spec]) => spec.use === use).map(([known]) => known);
  const meant = nearestName(name, candidates);
  return {
    code: 'unknown-helper',
    message: `There is no helper "${name}".`,
    hint:
      meant !== undefined
        ? `Did you mean "${meant}"?`
        : isBareBlock
          ? `Write {{#if ${name}}}, {{#each ${name}}} or {{#with ${name}}}.`
          : `There are: ${candidates.join(', ')}.`,
  };
}

function checkParameters(
  call: Call,
  name: string,
  helper: HelperSpec,
  named: readonly string[],
  scope: Scope,
  around: Surroundings,
): void {
  const [least, most] = helper.params;
  if (call.params.length < least || call.params.length > most) {
    const wanted = least === most ? String(least) : `${least} to ${most}`;
    around.report(call, scope, {
      code: 'helper-parameters',
      message: `The helper "${name}" takes ${wanted} parameters, not ${call.params.length}.`,
      hint: 'Put a nested call in parentheses, and a text in quotes.',
    });
  }
  const known = helper.named ?? [];
  for (const key of named.filter((candidate) => !known.includes(candidate))) {
    around.report(call, scope, {
      code: 'helper-parameters',
      message: `The helper "${name}" has no parameter "${key}".`,
      hint: known.length === 0 ? 'It has no named parameters.' : `It has: ${known.join(', ')}.`,
    });
  }
}

/** `lookup thing key`: a key whose values are known must be there for each of them. */
function lookupShape(call: Call, params: readonly Shape[], scope: Scope, around: Surroundings): Shape {
  const [thing = ANYTHING, key = ANYTHING] = params;
  const keys = key.every((one) => one.kind === 'text' && one.values !== undefined)
    ? key.flatMap((one) => (one.kind === 'text' ? (one.values ?? []) : []))
    : undefined;
  if (keys === undefined) {
    const members = [...new Set(namesOf(thing))].flatMap((name) => memberOf(thing, name) ?? []);
    const found = [...members, ...(itemOf(thing) ?? [])];
    return found.length === 0 ? ANYTHING : found;
  }
  const absent = keys.filter((name) => memberOf(thing, name) === undefined);
  if (absent.length > 0) {
    around.report(call, scope, {
      code: 'unknown-path',
      message: `The lookup may ask for ${absent.map((name) => `"${name}"`).join(', ')}, which is not there.`,
      hint: `There are: ${[...new Set(namesOf(thing))].join(', ') || 'no names'}.`,
    });
  }
  return keys.flatMap((name) => memberOf(thing, name) ?? ANYTHING);
}
