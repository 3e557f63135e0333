/** The nodes of a YAML document -> a plain value, bounded in size, with what is wrong in keys and aliases. */

import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { isTellable } from './field-path.ts';

const mostAliases = 50;
/** Values in the file, an alias counted as often as it repeats its target. */
const mostValues = 100_000;
const deepest = 120;

export interface BuiltValue {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each alias points. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
}

interface Part {
  readonly value: unknown;
  readonly values: number;
  readonly height: number;
}

const nothing: Part = { value: null, values: 1, height: 0 };

/** `placeAt` turns an offset into a place. An alias shares its target's value: nothing is ever copied. */
export function buildValue(root: ParsedNode | null, placeAt: (offset: number) => Place): BuiltValue {
  const diagnostics: Diagnostic[] = [];
  const targets = new Map<Alias, ParsedNode>();
  const anchors = new Map<string, { node: ParsedNode; part?: Part }>();
  let aliases = 0;

  const complain = (offset: number, code: string, message: string, hint: string) => {
    diagnostics.push(errorAt(placeAt(offset), code, message, hint));
  };

  function build(node: ParsedNode | null): Part {
    if (node === null) return nothing;
    if (isAlias(node)) return buildAlias(node);
    const anchored: { node: ParsedNode; part?: Part } = { node };
    if (node.anchor !== undefined) anchors.set(node.anchor, anchored);
    const part = buildPlain(node);
    anchored.part = part;
    return part;
  }

  function buildAlias(alias: Alias.Parsed): Part {
    aliases += 1;
    const at = alias.range[0];
    if (aliases === mostAliases + 1) complain(at, 'too-many-aliases', ...tooManyAliases);
    if (aliases > mostAliases) return nothing;
    const anchored = anchors.get(alias.source);
    if (anchored?.part === undefined) {
      const [code, message] =
        anchored === undefined
          ? ([
              'unknown-alias',
              'This text starts with `*`, which points to a named place that is not there',
            ] as const)
          : (['circular-alias', 'This alias points to the value that it stands in'] as const);
      complain(at, code, message, 'Put text that starts with `*` in quotes, or write the value out');
      return nothing;
    }
    targets.set(alias, anchored.node);
    return anchored.part;
  }

  function buildPlain(node: Exclude<ParsedNode, Alias.Parsed>): Part {
    if (isMap(node)) return buildMap(node);
    if (isSeq(node)) {
      const parts = node.items.map((item) => build(item as ParsedNode | null));
      return join(
        parts.map((part) => part.value),
        parts,
      );
    }
    if (typeof node.value === 'string' && oddCharacter.test(node.value)) {
      complain(
        node.range[0],
        'odd-character',
        'This text holds a character that cannot be printed',
        'Type it anew',
      );
    }
    return { value: node.value, values: 1, height: 0 };
  }

  function buildMap(map: YAMLMap.Parsed): Part {
    const value: Record<string, unknown> = {};
    const parts: Part[] = [];
    const seen = new Set<string>();
    for (const pair of map.items) {
      const part = build(pair.value as ParsedNode | null);
      parts.push(part);
      const key = keyOf(pair);
      // A key that isn't a plain name is already among the parser's complaints.
      if (key === undefined) continue;
      const fault = keyFault(key.name, seen);
      if (fault === undefined) value[key.name] = part.value;
      else complain(key.offset, ...fault);
      seen.add(key.name);
    }
    return join(value, parts);
  }

  const whole = build(root);
  if (whole.values > mostValues || whole.height > deepest || aliases > mostAliases) {
    if (aliases <= mostAliases)
      complain(
        root?.range[0] ?? 0,
        'too-much',
        'This file holds too many values, once its aliases are written out',
        'Write the values out where they are needed, or split the file',
      );
    return { value: null, diagnostics, targets };
  }
  return { value: whole.value, diagnostics, targets };
}

/** A key that can be read as a plain name, with its offset. */
export function keyOf(pair: Pair): { name: string; offset: number } | undefined {
  if (!isScalar(pair.key) || pair.key.range == null) return undefined;
  return { name: String(pair.key.value), offset: pair.key.range[0] };
}

function join(value: unknown, parts: readonly Part[]): Part {
  let values = 1;
  let height = 0;
  for (const part of parts) {
    values += part.values;
    height = Math.max(height, part.height);
  }
  return { value, values, height: height + 1 };
}

function keyFault(name: string, seen: ReadonlySet<string>): readonly [string, string, string] | undefined {
  if (name === '__proto__' || name === 'constructor' || name === 'prototype') {
    return ['forbidden-key', `The key \`${name}\` is not allowed`, 'Choose another name'];
  }
  if (name === '<<') return ['merge-key', 'The merge key `<<` is not read', 'Write the values out'];
  if (name === '') return ['empty-key', 'A key is missing before the colon', 'Write `key: value`'];
  if (!seen.has(name)) return undefined;
  const told = isTellable(name) ? `The key \`${name}\`` : 'This key';
  return ['duplicate-key', `${told} stands here for the second time`, 'Keep one of the two'];
}

/** Control characters but for tab and line breaks, and halves of a surrogate pair: no page can print them. */
const oddCharacter = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

const tooManyAliases = [
  `This file repeats values by alias (\`*name\`) more than ${mostAliases} times`,
  'Write the values out where they are needed',
] as const;
