/** A document and the one before it in the page -> only what differs, put in place without reading the fonts and styles anew. */

/** The parts of the page that the function below works on: it runs there, where the types of Node mean nothing. */
interface PageNode {
  readonly nextSibling: PageNode | null;
  readonly childNodes: Iterable<PageNode>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  append(...nodes: PageNode[]): void;
  replaceWith(node: PageNode): void;
  remove(): void;
  querySelector(selector: string): PageNode;
}
interface PageDocument {
  readonly documentElement: PageNode;
  readonly head: PageNode;
  readonly body: PageNode;
  adoptNode(node: PageNode): PageNode;
}
declare const document: PageDocument;
declare const DOMParser: new () => { parseFromString(html: string, type: 'text/html'): PageDocument };

export interface DividedDocument {
  /** All up to the end of the first style sheet, without the attributes of the root: policy, fonts and styles. */
  readonly kept: string;
  /** All else, as a document. */
  readonly changing: string;
}

/** What may load something, or act beyond the document it stands in: such a document is loaded in the usual way. */
const FAR_REACHING =
  /<(?:audio|base|embed|form|frame|iframe|image|img|input|link|meta|noscript|object|picture|script|source|template|use|video)\b|url\(|@import|@font-face/i;

/** Nothing when the document must be loaded in the usual way. */
export function divide(html: string): DividedDocument | undefined {
  const root = /^<!doctype html>\s*<html([^>]*)>\s*<head>/.exec(html);
  const end = html.indexOf('</style>') + '</style>'.length;
  if (root === null || end < root[0].length) return undefined;
  const kept = html.slice(root[0].length, end);
  // A title in what is kept would be that of another patient's sheet.
  if (/<(?!meta\b|style\b|\/style>)/i.test(kept)) return undefined;
  const rest = html.slice(end);
  if (FAR_REACHING.test(rest)) return undefined;
  return { kept, changing: `<!doctype html><html${root[1] ?? ''}><head>${rest}` };
}

/** Runs inside the page: of the document before, nothing stays but the policy and the first style sheet. */
export function putInPlace(changing: string): void {
  const next = new DOMParser().parseFromString(changing, 'text/html');
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  const style = document.head.querySelector('style');
  while (style.nextSibling !== null) style.nextSibling.remove();
  for (const node of [...next.head.childNodes]) document.head.append(document.adoptNode(node));
  document.body.replaceWith(document.adoptNode(next.body));
}
