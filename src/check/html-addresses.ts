/** One element of a page -> the address in it that would make the browser fetch something from outside the page. */

import { cssAddresses } from './css-addresses.ts';
import type { Finding } from './finding.ts';
import type { HtmlElement } from './html-tree.ts';

const ADDRESS_ATTRIBUTES: readonly string[] = [
  'src',
  'srcset',
  'href',
  'xlink:href',
  'poster',
  'data',
  'background',
  'action',
  'formaction',
];

/** Everything is inside the page as data:; only a link for the reader may point out, and it loads nothing. */
const INSIDE = /^(?:data:|#)/i;
const READERS_LINK = /^(?:#|https:|tel:|mailto:)/i;

export function outsideAddress(element: HtmlElement): Finding | undefined {
  const { tag, attributes } = element;
  const allowed = tag === 'a' ? READERS_LINK : INSIDE;
  const attribute = ADDRESS_ATTRIBUTES.find((name) => {
    const value = attributes.get(name);
    return value !== undefined && !allowed.test(value.trim());
  });
  if (attribute !== undefined) return finding(tag, `the ${attribute} of a <${tag}>`);
  const style = attributes.get('style');
  if (style !== undefined && cssAddresses(style).length > 0) return finding(tag, `the style of a <${tag}>`);
  const inSheet = tag === 'style' && cssAddresses(element.text).some((address) => !/^data:/i.test(address));
  return inSheet ? finding(tag, 'a url() in a <style>') : undefined;
}

function finding(tag: string, where: string): Finding {
  return {
    code: 'outside-address',
    message: `There is an address that does not belong in a page: ${where}.`,
    hint:
      tag === 'a'
        ? 'A link goes to #an-id, https:, tel: or mailto:.'
        : 'The page is printed without network and without files: put the bytes into the page as data:.',
  };
}
