/** The document in the page, from inside it -> what it lacks: pictures without data, fonts that failed, ways out. */

/** The parts of the page that the function below looks at: it runs there, where the types of Node mean nothing. */
interface PageElement {
  readonly localName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): unknown;
}
interface PageImage extends PageElement {
  readonly complete: boolean;
  readonly naturalWidth: number;
}
declare const document: {
  readonly body: PageElement;
  readonly URL: string;
  readonly images: Iterable<PageImage>;
  readonly fonts: Iterable<{ readonly family: string; readonly status: string }> & {
    readonly ready: Promise<unknown>;
  };
  querySelectorAll(selector: string): Iterable<PageElement>;
};

export interface PageState {
  /** False when something sent the page away from the document that it was given. */
  readonly inPlace: boolean;
  /** What refers to something outside the document, in plain words. */
  readonly outside: readonly string[];
  /** How many pictures have no data that can be shown. */
  readonly brokenImages: number;
  readonly failedFonts: readonly string[];
  /** How many font faces are in use. */
  readonly loadedFonts: number;
}

/**
 * Runs inside the page and must not refer to anything outside itself; waits until all fonts in use are there. Of a document
 * that was looked at before, or holds nothing that could load, the fonts alone need a look.
 */
export async function inspectPage(what: 'all' | 'fonts'): Promise<PageState> {
  // Only layout tells which fonts are in use; who measures, or prints, lays out what has changed.
  if (what === 'all') document.body.getBoundingClientRect();
  await document.fonts.ready;
  const outside = new Set<string>();
  const isInside = (address: string) => /^\s*(data:|#|$)/i.test(address);
  const words: Record<string, string> = {
    img: 'a picture',
    image: 'a picture',
    link: 'a style sheet',
    iframe: 'a frame',
  };
  const suspects = '[src], [srcset], [poster], object, embed, link, image, use';
  for (const element of what === 'fonts' ? [] : document.querySelectorAll(suspects)) {
    const name = element.localName;
    if (name === 'script' || name === 'a') continue;
    for (const attribute of ['src', 'srcset', 'poster', 'data', 'href', 'xlink:href']) {
      if (isInside(element.getAttribute(attribute) ?? '')) continue;
      outside.add(words[name] ?? `the element <${name}>`);
    }
  }
  const styles = () => [
    ...[...document.querySelectorAll('style')].map((style) => style.textContent),
    ...[...document.querySelectorAll('[style]')].map((element) => element.getAttribute('style') ?? ''),
  ];
  const address = /url\(\s*["']?(?!\s*["']?(data:|#|\)))|@import\b/i;
  if (what === 'all' && styles().some((css) => address.test(css)))
    outside.add('an address in the style sheet');
  const images = [...document.images];
  const fonts = [...document.fonts];
  return {
    inPlace: document.URL === 'about:blank',
    outside: [...outside],
    brokenImages: images.filter((image) => !image.complete || image.naturalWidth === 0).length,
    failedFonts: [...new Set(fonts.filter((font) => font.status === 'error').map((font) => font.family))],
    loadedFonts: fonts.filter((font) => font.status === 'loaded').length,
  };
}

/** Runs inside the page: each character of the text once. */
export function charactersInUse(): string[] {
  return [...new Set(document.body.textContent)];
}
