/** The helpers that a template may call, and how the template lint may check each call. */

import type Handlebars from 'handlebars';
import { PAINTS } from '../domain/drawing.ts';

/** Name of a helper to what it takes: least and most positional parameters. */
export const helperSpecs: ReadonlyMap<
  string,
  { readonly use: 'inline'; readonly params: readonly [number, number] }
> = new Map([
  ['paint', { use: 'inline', params: [1, 1] }],
  ['styleSheet', { use: 'inline', params: [0, 0] }],
]);

/** `styleSheet` is the only markup that is not escaped: it comes from the style files and from `cssString`. */
export function registerHelpers(engine: typeof Handlebars): void {
  engine.registerHelper('paint', (name: unknown) => paintOf(name));
  engine.registerHelper('styleSheet', (options: Handlebars.HelperOptions) => {
    const css: unknown = options.data?.css;
    return new engine.SafeString(typeof css === 'string' ? css : '');
  });
}

/** Colour of a paint; `none` where a shape has none. */
function paintOf(name: unknown): string {
  const paints: Readonly<Record<string, string>> = PAINTS;
  return typeof name === 'string' && Object.hasOwn(paints, name) ? (paints[name] ?? 'none') : 'none';
}
