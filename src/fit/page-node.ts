/** The parts of the browser's page and its nodes that measuring works with: the types of Node know none of them. */

export interface PageNode {
  readonly className: string;
  readonly parentNode: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly style: {
    width: string;
    alignItems: string;
    display: string;
    contentVisibility: string;
    setProperty(name: string, value: string): void;
  };
  readonly classList: { add(...names: string[]): void; remove(...names: string[]): void };
  readonly firstChild: PageNode | null;
  readonly children: Iterable<PageNode>;
  insertBefore(node: PageNode, before: PageNode | null): void;
  remove(): void;
  closest(selector: string): PageNode | null;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly height: number; readonly top: number };
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

export interface PageDocument extends PageNode {
  readonly body: PageNode;
  readonly fonts: { readonly ready: Promise<unknown> };
}
