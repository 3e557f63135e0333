/** Templates, the schema of their model and their helpers -> every path and call that would print nothing or the wrong thing. */

import type { z } from 'zod';
import { type Diagnostic, errorAt, warningAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { BUILT_IN_HELPERS, type HelperSpec } from './helper-spec.ts';
import { ANYTHING, type Shape, sameShape, shapeOf } from './shape.ts';
import type { Report } from './template-expression.ts';
import type { Scope } from './template-scope.ts';
import { parseTemplate, type TemplateSource } from './template-syntax.ts';
import { type Walk, walkProgram } from './template-walk.ts';

/** A partial that calls itself with ever new parameters is followed no deeper. */
const DEEPEST = 20;

/**
 * Checks the root template with `model` as its context, and each partial in every context it is called with.
 * `templates` are keyed by the name that `{{> name}}` uses.
 */
export function lintTemplates(
  templates: ReadonlyMap<string, TemplateSource>,
  rootTemplate: string,
  model: z.ZodType,
  helpers: ReadonlyMap<string, HelperSpec>,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const add = (diagnostic: Diagnostic) => {
    const { file, line, column, code, message } = diagnostic;
    const key = JSON.stringify([file, line, column, code, message]);
    if (!found.has(key)) found.set(key, diagnostic);
  };
  const programs = parseAll(templates, add);
  const visits = new Map<string, Visit[]>();
  const report: Report = (node, scope, { code, message, hint }) => {
    const { line, column } = node.loc.start;
    const caller = scope.calls.at(-1);
    const place = { file: scope.file, line, column: column + 1 };
    add(errorAt(place, code, message, caller === undefined ? hint : `${hint} (Called from ${caller}.)`));
  };

  const enter = (name: string, scope: Scope) => {
    const earlier = visits.get(name) ?? [];
    const visit: Visit = { context: scope.context, loops: Math.min(scope.loops, 3) };
    if (scope.calls.length > DEEPEST || earlier.some((other) => sameVisit(other, visit))) return;
    visits.set(name, [...earlier, visit]);
    walkProgram(programs.get(name), scope, walk);
  };
  const walk: Walk = {
    helpers: new Map([...BUILT_IN_HELPERS, ...helpers]),
    report,
    enterPartial: (name, node, context, from) => {
      const template = templates.get(name);
      if (template === undefined) {
        report(node, from, unknownPartial(name, [...templates.keys()]));
        return;
      }
      const call = `${from.file}:${node.loc.start.line}`;
      const fresh = { file: template.name, context, parents: [], blockParams: new Map() };
      enter(name, { ...fresh, loops: from.loops, root: from.root, calls: [...from.calls, call] });
    },
  };

  const root = templates.get(rootTemplate);
  if (root === undefined) {
    add(errorAt({ file: rootTemplate }, 'unknown-template', `There is no template "${rootTemplate}".`));
    return [...found.values()];
  }
  enter(rootTemplate, scopeOf(root, shapeOf(model)));
  const unused = [...templates].filter(([name]) => !visits.has(name));
  for (const [name, template] of unused) {
    // A template that can't be read may be the one that calls it.
    if (programs.size === templates.size) add(unusedTemplate(name, template));
    enter(name, scopeOf(template, ANYTHING));
  }
  return [...found.values()];
}

interface Visit {
  readonly context: Shape;
  readonly loops: number;
}

function sameVisit(a: Visit, b: Visit): boolean {
  return a.loops === b.loops && sameShape(a.context, b.context);
}

function parseAll(templates: ReadonlyMap<string, TemplateSource>, add: (diagnostic: Diagnostic) => void) {
  const programs = new Map<string, hbs.AST.Program>();
  for (const [name, template] of templates) {
    const parsed = parseTemplate(template);
    parsed.diagnostics.forEach(add);
    if (parsed.ok) programs.set(name, parsed.value);
  }
  return programs;
}

function scopeOf(template: TemplateSource, context: Shape): Scope {
  const top = { context, root: context, parents: [], blockParams: new Map() };
  return { ...top, file: template.name, loops: 0, calls: [] };
}

function unknownPartial(name: string, names: readonly string[]) {
  const meant = nearestName(name, names);
  const hint = meant === undefined ? `There are: ${names.join(', ')}.` : `Did you mean "${meant}"?`;
  return { code: 'unknown-partial', message: `There is no partial "${name}".`, hint };
}

function unusedTemplate(name: string, template: TemplateSource): Diagnostic {
  const message = `No template calls the partial "${name}".`;
  return warningAt({ file: template.name }, 'unused-partial', message, 'Delete it, or call it.');
}
