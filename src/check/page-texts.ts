/** A page's HTML -> what a reader of it gets, in order: each heading, paragraph, list item, cell and description as one text. */

import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface PageText {
  readonly tag: string;
  readonly text: string;
  /** Id of the warning sign whose line it is. */
  readonly sign?: string;
  /** The nearest `data-part` around it, such as `emergency` or `key-points`. */
  readonly part?: string;
}

/** Elements whose words belong together; what stands inside one is part of its text. */
const wholes = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'li', 'td', 'th', 'figcaption', 'caption']);
const unread = new Set(['style', 'script', 'head', 'template']);

export function pageTexts(html: string): PageText[] {
  const texts: PageText[] = [];
  walk(parse(html), undefined, texts);
  return texts;
}

function walk(node: DefaultTreeAdapterTypes.ParentNode, part: string | undefined, into: PageText[]): void {
  for (const child of node.childNodes) {
    if (!('tagName' in child) || unread.has(child.tagName)) continue;
    const attribute = (name: string) => child.attrs.find((each) => each.name === name)?.value;
    const here = attribute('data-part') ?? part;
    const described = attribute('aria-label') ?? attribute('alt');
    const add = (text: string) => {
      const sign = attribute('data-sign');
      into.push({
        tag: child.tagName,
        text,
        ...(sign === undefined ? {} : { sign }),
        ...(here === undefined ? {} : { part: here }),
      });
    };
    if (described !== undefined && described !== '') add(described);
    if (wholes.has(child.tagName)) {
      const text = wordsOf(child).replace(/\s+/g, ' ').trim();
      if (text !== '') add(text);
    }
    // A list item may hold a list, a cell a picture: their own texts are read too.
    walk(child, here, into);
  }
}

function wordsOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      return 'tagName' in child && !wholes.has(child.tagName) && !unread.has(child.tagName)
        ? wordsOf(child)
        : ' ';
    })
    .join('');
}
