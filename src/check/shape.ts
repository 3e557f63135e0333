/** A zod schema -> what a template may do with its value: print it, step into it, or go through it. */

import type { z } from 'zod';

type Schema = z.core.$ZodType;

export type Alternative =
  | { readonly kind: 'text'; readonly values?: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly Schema[] }
  | {
      readonly kind: 'object';
      readonly schema?: z.core.$ZodObject;
      /** The schema of names that aren't listed: a record, or an object's catch-all. */
      readonly rest?: Schema;
      /** Named parameters of a partial call, which stand over the fields. */
      readonly extras: ReadonlyMap<string, Shape>;
    }
  | { readonly kind: 'anything' };

/** Every branch of a union; a step is valid when at least one branch allows it. Empty: null or undefined. */
export type Shape = readonly Alternative[];

export const ANYTHING: Shape = [{ kind: 'anything' }];
export const TEXT: Shape = [{ kind: 'text' }];
const NO_EXTRAS: ReadonlyMap<string, Shape> = new Map();

export function textOf(value: string): Shape {
  return [{ kind: 'text', values: [value] }];
}

export function shapeOf(schema: Schema): Shape {
  const type = schema as z.core.$ZodTypes;
  const { def } = type._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
    case 'nonoptional':
      return shapeOf(def.innerType);
    case 'lazy':
      return shapeOf((type as z.core.$ZodLazy)._zod.innerType);
    case 'pipe':
      return shapeOf(def.out);
    case 'union':
      return def.options.flatMap(shapeOf);
    case 'intersection':
      return [...shapeOf(def.left), ...shapeOf(def.right)];
    case 'object':
      return [objectOf(type as z.core.$ZodObject)];
    case 'record':
      return [{ kind: 'object', rest: def.valueType, extras: NO_EXTRAS }];
    case 'array':
      return [{ kind: 'list', items: [def.element] }];
    case 'tuple':
      return [{ kind: 'list', items: def.rest === null ? def.items : [...def.items, def.rest] }];
    case 'set':
      return [{ kind: 'list', items: [def.valueType] }];
    case 'enum':
      return [{ kind: 'text', values: Object.values(def.entries).map(String) }];
    case 'literal':
      return [{ kind: 'text', values: def.values.map(String) }];
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'template_literal':
      return TEXT;
    case 'null':
    case 'undefined':
    case 'void':
    case 'never':
      return [];
    case 'date':
    case 'map':
    case 'function':
    case 'promise':
      return [{ kind: 'object', extras: NO_EXTRAS }];
    default:
      return ANYTHING;
  }
}

function objectOf(schema: z.core.$ZodObject): Alternative {
  const { catchall } = schema._zod.def;
  const open = catchall !== undefined && (catchall as z.core.$ZodTypes)._zod.def.type !== 'never';
  return { kind: 'object', schema, ...(open ? { rest: catchall } : {}), extras: NO_EXTRAS };
}

/** The shape of `.name`, or undefined when no branch has it. */
export function memberOf(shape: Shape, name: string): Shape | undefined {
  return merge(shape.map((alternative) => memberOfOne(alternative, name)));
}

function memberOfOne(alternative: Alternative, name: string): Shape | undefined {
  switch (alternative.kind) {
    case 'anything':
      return ANYTHING;
    case 'text':
      return undefined;
    case 'list':
      if (name === 'length') return TEXT;
      return /^\d+$/.test(name) ? alternative.items.flatMap(shapeOf) : undefined;
    case 'object': {
      const extra = alternative.extras.get(name);
      if (extra !== undefined) return extra;
      const fields = alternative.schema?._zod.def.shape ?? {};
      const field = Object.hasOwn(fields, name) ? fields[name] : alternative.rest;
      return field === undefined ? undefined : shapeOf(field);
    }
  }
}

/** The shape of one item of a list or one value of a record, or undefined when no branch is either. */
export function itemOf(shape: Shape): Shape | undefined {
  return merge(
    shape.map((alternative) => {
      if (alternative.kind === 'anything') return ANYTHING;
      if (alternative.kind === 'list') return alternative.items.flatMap(shapeOf);
      const isRecord = alternative.kind === 'object' && alternative.schema === undefined;
      return isRecord && alternative.rest !== undefined ? shapeOf(alternative.rest) : undefined;
    }),
  );
}

function merge(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const found = shapes.filter((shape) => shape !== undefined);
  return found.length === 0 ? undefined : found.flat();
}

/** False when every branch is a list or an object: `{{it}}` would print "[object Object]". */
export function isPrintable(shape: Shape): boolean {
  return shape.length === 0 || shape.some(({ kind }) => kind === 'text' || kind === 'anything');
}

/** The names that a step may use, for hints. */
export function namesOf(shape: Shape): string[] {
  return shape.flatMap((alternative) =>
    alternative.kind === 'object'
      ? [...alternative.extras.keys(), ...Object.keys(alternative.schema?._zod.def.shape ?? {})]
      : [],
  );
}

/** The context of a partial that is called with named parameters. */
export function extend(shape: Shape, extras: ReadonlyMap<string, Shape>): Shape {
  if (extras.size === 0) return shape;
  const objects = shape.filter((alternative) => alternative.kind === 'object');
  const open = shape.filter(({ kind }) => kind === 'anything');
  const extended = objects.map((object) => ({ ...object, extras: new Map([...object.extras, ...extras]) }));
  return extended.length + open.length === 0 ? [{ kind: 'object', extras }] : [...extended, ...open];
}

/** Same schemas and parameters: a partial already checked with it needs no second look. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((one, index) => sameAlternative(one, b[index]));
}

function sameAlternative(a: Alternative, b: Alternative | undefined): boolean {
  if (a.kind === 'text') return b?.kind === 'text' && a.values?.join('\n') === b.values?.join('\n');
  if (a.kind === 'list') return b?.kind === 'list' && a.items.every((item, index) => item === b.items[index]);
  if (a.kind === 'anything') return b?.kind === 'anything';
  return (
    b?.kind === 'object' &&
    a.schema === b.schema &&
    a.rest === b.rest &&
    a.extras.size === b.extras.size &&
    [...a.extras].every(([name, shape]) => sameShape(shape, b.extras.get(name) ?? []))
  );
}
