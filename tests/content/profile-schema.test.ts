/** Protects authors of profiles: an editor that uses the committed JSON Schema says the same as the program. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { profileJsonSchema } from '../../src/app/profile-schema.ts';
import { shippedContent } from '../support/shipped-content.ts';

const examples = new URL('../../examples/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, examples), 'utf8');
const names = readdirSync(examples).filter((name) => name.endsWith('.yaml'));
const committed = JSON.parse(read('profile.schema.json')) as JsonSchema;

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
}

/** The part of JSON Schema that catches a wrong key, a wrong word and a wrong kind of value. */
function mistakes(schema: JsonSchema, value: unknown, path: string): string[] {
  const kind = Array.isArray(value) ? 'array' : typeof value;
  if (kind !== schema.type) return [`${path} is ${kind}, not ${schema.type}`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${path} is not one of the words`];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => mistakes(schema.items ?? {}, item, `${path}[${i}]`));
  }
  if (kind !== 'object') return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => {
    const known = schema.properties?.[key];
    return known === undefined ? [`${path}.${key} is not known`] : mistakes(known, part, `${path}.${key}`);
  });
}

describe('examples/profile.schema.json', () => {
  it('is what the program writes: `node dist/bin.js schema > examples/profile.schema.json`, then `npm run format`', async () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(profileJsonSchema(await shippedContent()))));
  });

  it('asks a question for every factor, so that an editor can show it', () => {
    const parts = [committed.properties?.factors, committed.properties?.about];
    const asked = parts.flatMap((part) => Object.entries(part?.properties ?? {}));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(([, factor]) => !('description' in factor)).map(([id]) => id)).toEqual([]);
  });

  it('refuses a key and a word that the program refuses', () => {
    const wrong = { factors: { blood_thinner: 'maybe', blod_thinner: 'yes' }, topics: 'one' };
    expect(mistakes(committed, wrong, 'profile')).toEqual([
      'profile.factors.blood_thinner is not one of the words',
      'profile.factors.blod_thinner is not known',
      'profile.topics is string, not array',
    ]);
  });

  it.each(names)('%s fits it and names it for the editor', (name) => {
    const text = read(name);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=profile.schema.json');
    expect(mistakes(committed, parse(text), name)).toEqual([]);
  });
});
