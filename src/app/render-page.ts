/** A handout, page settings and the page kit -> the whole HTML document with the fonts that its characters need. */

import { templatesInRings } from '../check/template-rings.ts';
import { Fault } from '../domain/fault.ts';
import type { Handout } from '../domain/handout.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { type CombinedPage, combinedPage, type LaidOut } from '../render/combined-page.ts';
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
  return withFault(page, () => createRenderer(texts(page.files.templates), texts(page.files.styles)));
}

function texts(files: ReadonlyMap<string, { text: string }>): Map<string, string> {
  return new Map([...files].map(([name, file]) => [name, file.text]));
}

/** Composed characters (NFC), since fonts hold those. Fault `template-failed` when a template can't be filled in. */
export function renderPage(
  renderer: Renderer,
  handout: Handout,
  settings: PageSettings,
  page: PageKit,
): string {
  return withFault(page, () => {
    const kit = drawnKit(page);
    const drawn = handoutTexts(handout);
    const special = distinct(`${specialIn(drawn)}${kit.special}`);
    const html = renderer.render(handout, settings, fontCssFor(special, page, kit));
    // The fonts in it make it long: it is gone through only where something may be left to compose.
    return kit.composed && isComposed(drawn) ? html : html.normalize('NFC');
  });
}

/** One document of several handouts; as `renderPage`. `title`: of the PDF. */
export function renderCombined(sheets: readonly LaidOut[], page: PageKit, title: string): CombinedPage {
  return withFault(page, () => {
    const kit = drawnKit(page);
    const drawn = sheets.map(({ handout }) => specialIn(handoutTexts(handout))).join('');
    const fontCss = fontCssFor(distinct(`${drawn}${kit.special}`), page, kit);
    const { html, pages } = combinedPage(sheets, rendererFor(page), fontCss, title);
    return { html: html.normalize('NFC'), pages };
  });
}

/** What the templates of a kit draw, and the font rules that were worked out so far. */
interface DrawnKit {
  /** Nothing in it is left to compose. */
  readonly composed: boolean;
  readonly special: string;
  readonly fontCss: Map<string, string>;
}

const kits = new WeakMap<PageKit, DrawnKit>();

function drawnKit(page: PageKit): DrawnKit {
  const known = kits.get(page);
  if (known !== undefined) return known;
  const sources = [...page.files.templates.values(), ...page.files.styles.values()].map((file) => file.text);
  const made = {
    composed: sources.every(isComposed),
    special: specialIn([...sources, footSeparator].join('\n')),
    fontCss: new Map<string, string>(),
  };
  kits.set(page, made);
  return made;
}

/** Most sheets of a batch draw the same few special characters. */
const mostKept = 500;

function fontCssFor(special: string, page: PageKit, { fontCss }: DrawnKit): string {
  const known = fontCss.get(special);
  if (known !== undefined) return known;
  const { faces } = selectFontFaces(`${asciiSample} ${special}`, page.fonts, weights);
  const css = fontFaceCss(faces, page.fontBytes);
  if (fontCss.size >= mostKept) fontCss.clear();
  fontCss.set(special, css);
  return css;
}

/** Shapes are drawn, not set: their numbers need no font. */
function handoutTexts(handout: Handout): string {
  return JSON.stringify(handout, (key, value: unknown) =>
    key === 'shapes' || key === 'd' ? undefined : value,
  );
}

/** Everything drawn comes from the handout, the templates or the styles; of plain ASCII any may be, unless something combines with it. */
function specialIn(text: string): string {
  const composed = text.normalize('NFC');
  if (!/[^ -~\s]/.test(composed)) return '';
  if (!/\p{M}/u.test(composed)) return (composed.match(/[^ -~\s]+/g) ?? []).join('');
  return composed.replace(/[ -~\s](?!\p{M})/gu, '');
}

function isComposed(text: string): boolean {
  return text.normalize('NFC') === text;
}

/** Each character once, with what combines with it. */
function distinct(special: string): string {
  return [...new Set(special.match(/.\p{M}*/gsu))].sort().join('');
}

/** The template engine's own message may quote what it was filling in, so it is not passed on. */
function withFault<T>(page: PageKit, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof RangeError) throw endless(page, cause);
    throw new Fault('template-failed', 'A template could not be filled in', {
      cause,
      hint: 'Run `handout check`: it names the template, the line and the name that is wrong',
    });
  }
}

/** The stack is used up by templates that call each other, or the text is longer than there is room for. */
function endless({ files }: PageKit, cause: RangeError): Fault {
  const rings = /call stack/i.test(cause.message) ? templatesInRings(texts(files.templates)) : [];
  const names = rings.map((name) => files.templates.get(name)?.name ?? name).join(', ');
  const message =
    names === ''
      ? 'A template makes a page that never ends: it loops too often'
      : `A template calls itself without end: ${names}`;
  const hint = 'Take out the call of itself, or let it end by an {{#if}} around it';
  return new Fault('template-failed', message, {
    cause,
    hint: names === '' ? 'Look for an {{#each}} within another' : hint,
  });
}
