/** HTML -> what a browser would make of it: all texts, all attributes, and what in it could run. */

import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface HtmlParts {
  readonly texts: readonly string[];
  readonly attributes: readonly { readonly element: string; readonly name: string; readonly value: string }[];
  /** Scripts written into the page, handlers in attributes, addresses that run. */
  readonly running: readonly string[];
}

export function htmlParts(html: string): HtmlParts {
  const texts: string[] = [];
  const attributes: { element: string; name: string; value: string }[] = [];
  const running: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const { tagName } = node;
      for (const { name, value } of node.attrs) {
        attributes.push({ element: tagName, name, value });
        if (/^on/.test(name) || name === 'srcdoc' || /^\s*(javascript|vbscript):/i.test(value))
          running.push(`${tagName} ${name}`);
      }
      if (tagName === 'script' && !node.attrs.some(({ name }) => name === 'src')) running.push('script');
    }
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { texts, attributes, running };
}
