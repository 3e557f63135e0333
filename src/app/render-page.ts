/** A handout, page settings and the page kit -> the whole HTML document with the fonts that its characters need. */

import { Fault } from '../domain/fault.ts';
import type { Handout } from '../domain/handout.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { createRenderer, type Renderer } from '../render/engine.ts';
import { fontFaceCss, selectFontFaces } from '../render/fonts.ts';
import type { PageKit } from './kit.ts';

/** The weights that the styles use. */
const weights = [400, 600, 700, 800];

/** All of ASCII is in one font file, so a few of it stand for the rest. */
const asciiSample = 'Aa 0 .';

/** Between the parts of the running foot, which the page's rules add. */
const footSeparator = '\u00b7';

const renderers = new WeakMap<PageKit, Renderer>();

/** Compiled once for all handouts of a run. */
export function rendererFor(page: PageKit): Renderer {
  const known = renderers.get(page) ?? compiled(page);
  renderers.set(page, known);
  return known;
}

function compiled(page: PageKit): Renderer {
  const texts = (files: ReadonlyMap<string, { text: string }>) =>
    new Map([...files].map(([name, file]) => [name, file.text]));
  return withFault(() => createRenderer(texts(page.files.templates), texts(page.files.styles)));
}

/** Composed characters (NFC), since fonts hold those. Fault `template-failed` when a template can't be filled in. */
export function renderPage(
  renderer: Renderer,
  handout: Handout,
  settings: PageSettings,
  page: PageKit,
): string {
  return withFault(() => {
    const { faces } = selectFontFaces(drawnCharacters(handout, page), page.fonts, weights);
    return renderer.render(handout, settings, fontFaceCss(faces, page.fontBytes)).normalize('NFC');
  });
}

/** Everything drawn comes from the handout, the templates or the styles; of plain ASCII any may be. */
function drawnCharacters(handout: Handout, page: PageKit): string {
  const sources = [...page.files.templates.values(), ...page.files.styles.values()].map((file) => file.text);
  const special = [JSON.stringify(handout), ...sources, footSeparator].join('\n').normalize('NFC');
  // Dropping ASCII that nothing combines with leaves a few characters in place of some hundred thousand.
  return `${asciiSample} ${special.replace(/[ -~\s](?!\p{M})/gu, '')}`;
}

/** The template engine's own message may quote what it was filling in, so it is not passed on. */
function withFault<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Fault('template-failed', 'A template could not be filled in', {
      cause,
      hint: 'Run `handout check`: it names the template, the line and the name that is wrong',
    });
  }
}
