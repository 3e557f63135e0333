/** The helpers that a template may call, and how the template lint may check each call. */

import type Handlebars from 'handlebars';
import { PAINTS } from '../domain/drawing.ts';

/** Name of a helper to what it takes: least and most positional parameters. */
export const helperSpecs: ReadonlyMap<
  string,
  { readonly use: 'inline'; readonly params: readonly [number, number] }
> = new Map([
  ['paint', { use: 'inline', params: [1, 1] }],
  ['sheetStyle', { use: 'inline', params: [0, 0] }],
  ['styleSheet', { use: 'inline', params: [0, 0] }],
]);

/** Fonts and styles are `styleSheet`, rules of this sheet alone `sheetStyle`: the only markup not escaped, from the style files and from `cssString`. */
export function registerHelpers(engine: typeof Handlebars): void {
  engine.registerHelper('paint', (name: unknown) => paintOf(name));
  for (const name of ['styleSheet', 'sheetStyle']) {
    engine.registerHelper(name, (options: Handlebars.HelperOptions) => {
      const css: unknown = options.data?.[name];
      return new engine.SafeString(typeof css === 'string' ? css : '');
    });
  }
}

/** Colour of a paint; `none` where a shape has none. */
function paintOf(name: unknown): string {
  const paints: Readonly<Record<string, string>> = PAINTS;
  return typeof name === 'string' && Object.hasOwn(paints, name) ? (paints[name] ?? 'none') : 'none';
}
