/** A page's HTML -> its elements in document order, each with its attributes, parent and place; and the parser's complaints. */

import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5';

export interface HtmlElement {
  readonly tag: string;
  /** As written; `xlink:href` with its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: HtmlElement | undefined;
  /** The text directly inside. */
  readonly text: string;
  /** Undefined for <html>, <head> and <body> that the page leaves to the parser. */
  readonly line: number | undefined;
  readonly column: number | undefined;
}

export interface HtmlPage {
  readonly elements: readonly HtmlElement[];
  readonly errors: readonly ParserError[];
}

export function readHtml(html: string): HtmlPage {
  const errors: ParserError[] = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    onParseError: (error) => errors.push(error),
  });
  const elements: HtmlElement[] = [];
  collect(document, undefined, elements);
  return { elements, errors };
}

/** The nearest first. */
export function ancestorsOf(element: HtmlElement): HtmlElement[] {
  const ancestors: HtmlElement[] = [];
  for (let above = element.parent; above !== undefined; above = above.parent) ancestors.push(above);
  return ancestors;
}

function collect(
  node: DefaultTreeAdapterTypes.ParentNode,
  parent: HtmlElement | undefined,
  into: HtmlElement[],
): void {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const element = elementOf(child, parent);
    into.push(element);
    collect('content' in child ? child.content : child, element, into);
  }
}

function elementOf(node: DefaultTreeAdapterTypes.Element, parent: HtmlElement | undefined): HtmlElement {
  return {
    tag: node.tagName,
    attributes: new Map(
      node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    ),
    parent,
    text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
    line: node.sourceCodeLocation?.startLine,
    column: node.sourceCodeLocation?.startCol,
  };
}
