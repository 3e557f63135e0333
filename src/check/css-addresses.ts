/** A piece of CSS -> every address in it that a browser would fetch. */

const ADDRESS = /\b(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))/gi;
const IMAGE_SET = /image-set\(\s*(?:"([^"]*)"|'([^']*)')/gi;

export function cssAddresses(css: string): string[] {
  return [ADDRESS, IMAGE_SET].flatMap((pattern) =>
    [...css.matchAll(pattern)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim()),
  );
}
