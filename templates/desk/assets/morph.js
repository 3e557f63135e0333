/** An element and how it should be now -> the same element changed where it differs, so that focus, scrolling and what was typed stay. */

/** `data-own="children"` and `data-own="all"` belong to a script and are left alone. */
export function morph(present, wanted) {
  if (
    present.nodeType !== wanted.nodeType ||
    present.nodeName !== wanted.nodeName ||
    present.id !== wanted.id
  ) {
    present.replaceWith(document.importNode(wanted, true));
    return;
  }
  if (present.nodeType !== Node.ELEMENT_NODE) {
    if (present.data !== wanted.data) present.data = wanted.data;
    return;
  }
  if (present.dataset.own === 'all') return;
  matchAttributes(present, wanted);
  if (present.dataset.own !== 'children') matchChildren(present, wanted);
}

function matchAttributes(present, wanted) {
  for (const { name } of [...present.attributes]) {
    // What a person has opened stays open.
    const opened = name === 'open' && present.nodeName === 'DETAILS';
    if (!wanted.hasAttribute(name) && !opened) present.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
}

const several = new Set(['radio', 'checkbox', 'hidden', 'submit']);

/** What makes an element the same as before, wherever it stands now. */
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (node.id || node.dataset.region) return node.id || node.dataset.region;
  if (!node.name) return '';
  // Of several with one name each stands for its value; what is typed or picked changes the value.
  return several.has(node.type) ? `${node.name}=${node.value}` : node.name;
}

function matchChildren(present, wanted) {
  const keyed = new Map();
  for (const child of present.children) if (!keyed.has(keyOf(child))) keyed.set(keyOf(child), child);
  keyed.delete('');
  let place = present.firstChild;
  for (const child of [...wanted.childNodes]) {
    const key = keyOf(child);
    const same = key === '' ? unnamed(place, child) : keyed.get(key);
    if (same === undefined) {
      present.insertBefore(document.importNode(child, true), place);
      continue;
    }
    keyed.delete(key);
    if (same === place) place = place.nextSibling;
    else present.insertBefore(same, place);
    morph(same, child);
  }
  while (place !== null) place = removed(place);
}

/** The very next one, if it is of the same kind; nothing is passed over, since what was passed over would go. */
function unnamed(place, child) {
  const fits = place !== null && place.nodeType === child.nodeType && place.nodeName === child.nodeName;
  return fits && keyOf(place) === '' ? place : undefined;
}

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}
