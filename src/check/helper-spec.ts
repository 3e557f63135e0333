/** What a template may call: how each Handlebars helper is used, and what it gives back. */

import type { z } from 'zod';

export interface HelperSpec {
  /** `inline`: {{name ...}} or (name ...); `block`: {{#name}}...{{/name}}, whose body keeps the context. */
  readonly use: 'inline' | 'block';
  /** Least and most positional parameters. */
  readonly params: readonly [least: number, most: number];
  /** The named parameters it knows; none when absent. */
  readonly named?: readonly string[];
  /** The schema of its result; text when absent. */
  readonly returns?: z.ZodType;
}

/** Handlebars' own; `log` is left out, because it writes to the console. */
export const BUILT_IN_HELPERS: ReadonlyMap<string, HelperSpec> = new Map<string, HelperSpec>([
  ['if', { use: 'block', params: [1, 1], named: ['includeZero'] }],
  ['unless', { use: 'block', params: [1, 1], named: ['includeZero'] }],
  ['each', { use: 'block', params: [1, 1] }],
  ['with', { use: 'block', params: [1, 1] }],
  ['lookup', { use: 'inline', params: [2, 2] }],
]);
