/** A path of keys and indices in a YAML document -> the offset of what stands there. */

import { type Alias, isAlias, isMap, isSeq, type ParsedNode } from 'yaml';
import type { FieldPath } from './field-path.ts';
import { keyOf } from './yaml-value.ts';

/**
 * `key`: the name of the field; an item of a list has none, so the item. Where the path leads nowhere,
 * the key of the last part that exists: the map in which something is missing.
 */
export function offsetOf(
  root: ParsedNode | null,
  path: FieldPath,
  of: 'key' | 'value',
  targets: ReadonlyMap<Alias, ParsedNode>,
): number {
  let node = root;
  let key = root?.range[0] ?? 0;
  for (const step of path) {
    const holder = node !== null && isAlias(node) ? (targets.get(node) ?? null) : node;
    if (isMap(holder)) {
      const pair = holder.items.find((one) => keyOf(one)?.name === String(step));
      if (pair === undefined) return key;
      key = keyOf(pair)?.offset ?? key;
      node = pair.value as ParsedNode | null;
    } else if (isSeq(holder)) {
      const item = holder.items[Number(step)] as ParsedNode | null | undefined;
      if (item === undefined) return key;
      node = item;
      key = item?.range[0] ?? key;
    } else return key;
  }
  const isEmpty = node === null || node.range[0] === node.range[1];
  return of === 'key' || isEmpty || node === null ? key : node.range[0];
}
