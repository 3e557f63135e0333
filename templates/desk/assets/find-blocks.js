/** The text of a page, piece by piece with its place, and how blocks begin -> where each block stands, in shares of the page. */

/** `pages`: for each page its width, height and pieces `{str, transform, width, height}` as pdf.js gives them. */
export function findBlocks(pages, wanted) {
  const found = new Map();
  const texts = pages.map(joined);
  const taken = new Set();
  for (const { id, begins, length, after } of wanted) {
    for (const begin of begins) {
      const place = placeOf(begin, texts, after ? new Set() : taken);
      if (place === undefined) continue;
      taken.add(`${place.page}:${place.at}`);
      const box = boxOf(pages[place.page], texts[place.page], place.at, Math.max(length, begin.length));
      // What is left out has no place of its own: it is marked under the part before it.
      found.set(id, { page: place.page + 1, ...box, first: after ? box.y + box.height : box.first });
      break;
    }
  }
  return found;
}

/** All of a page without spaces, and for each letter the piece it comes from. */
function joined({ pieces }) {
  const owners = [];
  const parts = [];
  pieces.forEach(({ str }, index) => {
    const bare = str.replace(/\s+/gu, '');
    parts.push(bare);
    for (let letter = 0; letter < bare.length; letter += 1) owners.push(index);
  });
  return { text: parts.join(''), owners };
}

function placeOf(begin, texts, taken) {
  for (const [page, { text }] of texts.entries()) {
    for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
      if (!taken.has(`${page}:${at}`)) return { page, at };
    }
  }
  return undefined;
}

/** Around the pieces; a piece far away in another column is none of the block's. */
function boxOf({ width, height, pieces }, { owners }, at, length) {
  const first = pieces[owners[at]];
  const own = [...new Set(owners.slice(at, at + length))].map((index) => pieces[index]);
  const near = own.filter(
    ({ transform: [, , , , x, y] }) =>
      Math.abs(x - first.transform[4]) < width * 0.5 && Math.abs(y - first.transform[5]) < height * 0.25,
  );
  const left = Math.min(...near.map(({ transform }) => transform[4]));
  const right = Math.max(...near.map(({ transform, width: wide }) => transform[4] + wide));
  const top = Math.max(...near.map(({ transform, height: high }) => transform[5] + high));
  // Letters reach below the line that they stand on.
  const bottom = Math.min(...near.map(({ transform, height: high }) => transform[5] - high * 0.25));
  return {
    x: left / width,
    y: 1 - top / height,
    width: (right - left) / width,
    height: (top - bottom) / height,
    /** Where it begins: what follows may stand higher, in another column. */
    first: 1 - (first.transform[5] + first.height) / height,
    end: first.transform[4] > width * 0.5,
  };
}

/** Wanted heights, in order -> heights that are at least `apart`, and none below `lowest` as long as there is room. */
export function spread(wanted, apart, lowest) {
  const down = [];
  for (const top of wanted) down.push(Math.max(top, (down.at(-1) ?? -apart) + apart));
  for (let index = down.length - 1, limit = lowest; index >= 0; index -= 1, limit -= apart)
    down[index] = Math.max(0, Math.min(down[index], limit));
  return down;
}
