/** A handout, page settings and fonts -> the whole HTML document, from templates and styles held in memory. */

import Handlebars from 'handlebars';
import type { Handout } from '../domain/handout.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { divideNotes } from './divide-notes.ts';
import { pageCss } from './page-css.ts';
import type { PageModel } from './page-model.ts';
import { tagsInRows } from './tag-rows.ts';
import { registerHelpers } from './template-helpers.ts';

/** The template that calls all others. */
export const ROOT_TEMPLATE = 'handout';

/** Of all loops of a page together; the longest real one has some hundreds. */
const MOST_ROUNDS = 100_000;

/** A longer title gets smaller type, so that it keeps to two lines. */
const LONGEST_LARGE_TITLE = 24;

export interface Renderer {
  /** `fontCss`: the @font-face rules of the document. */
  render(handout: Handout, settings: PageSettings, fontCss: string): string;
}

/** `templates` by the name that `{{> name}}` uses; `styles` by file name, joined in the order of their names. */
export function createRenderer(
  templates: ReadonlyMap<string, string>,
  styles: ReadonlyMap<string, string>,
): Renderer {
  const engine = Handlebars.create();
  registerHelpers(engine);
  const restart = boundLoops(engine);
  for (const [name, source] of templates) engine.registerPartial(name, source);
  const root = templates.get(ROOT_TEMPLATE);
  if (root === undefined) throw new Error(`there is no template "${ROOT_TEMPLATE}"`);
  const page = engine.compile<PageModel>(root, { strict: true, knownHelpersOnly: false });
  const styleSheet = [...styles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, css]) => css)
    .join('\n');

  return {
    render(handout, settings, fontCss) {
      restart();
      const longTitle = [...handout.title].length > LONGEST_LARGE_TITLE;
      const madeFor = { ...handout.madeFor, tags: tagsInRows(handout.madeFor.tags) };
      return page(
        {
          ...handout,
          madeFor,
          ...divideNotes(handout.notes, settings.notesOnSideTwo),
          page: { ...settings, longTitle },
        },
        {
          data: { styleSheet: `${fontCss}\n${styleSheet}`, sheetStyle: pageCss(handout, settings) },
          allowProtoPropertiesByDefault: false,
          allowProtoMethodsByDefault: false,
        },
      );
    },
  };
}

/** Loops within loops may take hours, in which the program answers to nothing: they break off with a RangeError. */
function boundLoops(engine: typeof Handlebars): () => void {
  let rounds = 0;
  const each = engine.helpers['each'] as (items: unknown, options: Handlebars.HelperOptions) => string;
  engine.registerHelper('each', function (this: unknown, items: unknown, options: Handlebars.HelperOptions) {
    const fn: Handlebars.HelperOptions['fn'] = (context, more) => {
      rounds += 1;
      if (rounds > MOST_ROUNDS) throw new RangeError('too many rounds');
      return options.fn(context, more);
    };
    return each.call(this, items, { ...options, fn });
  });
  return () => {
    rounds = 0;
  };
}
