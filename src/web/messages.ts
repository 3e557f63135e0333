/** The message files of the desk -> the words of its own buttons and lines, in each language there is. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** One text, or one for each plural form of `n`. */
const messageSchema = z.union([
  z.string(),
  z
    .strictObject({ zero: z.string().optional(), one: z.string().optional(), two: z.string().optional() })
    .extend({
      few: z.string().optional(),
      many: z.string().optional(),
      other: z.string(),
    }),
]);
type Message = z.infer<typeof messageSchema>;

const fileSchema = z.strictObject({
  /** Its own name, in its own words. */
  name: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** Who wrote it and who checked it; for authors. */
  state: z.string(),
  /** Screen to message id to text. */
  messages: z.record(z.string(), z.record(z.string(), messageSchema)),
});

export type Parameters = Readonly<Record<string, unknown>>;

export interface Messages {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** `screen.id`; throws for one that does not exist, which a test forbids beforehand. */
  text(key: string, parameters?: Parameters): string;
  has(key: string): boolean;
  /** For words that a part of the program chose: `ready` is `printer.ready`, and a sentence is itself. */
  said(screen: string, words: string): string;
  readonly keys: readonly string[];
}

/** By language tag, English first: it is the one that is always whole. */
export function readMessages(folder: string): ReadonlyMap<string, Messages> {
  const tags = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
  return new Map(
    tags.map((tag) => [tag, messagesOf(tag, readFileSync(join(folder, `${tag}.yaml`), 'utf8'))]),
  );
}

export function messagesOf(tag: string, yaml: string): Messages {
  const file = fileSchema.parse(parse(yaml));
  const texts = new Map<string, Message>(
    Object.entries(file.messages).flatMap(([screen, own]) =>
      Object.entries(own).map(([id, message]): [string, Message] => [`${screen}.${id}`, message]),
    ),
  );
  const plural = new Intl.PluralRules(tag);
  const text: Messages['text'] = (key, parameters = {}) => {
    const message = texts.get(key);
    if (message === undefined) throw new Error(`there is no message ${key} in ${tag}`);
    return filled(
      typeof message === 'string' ? message : formOf(message, parameters['n'], plural),
      parameters,
    );
  };
  return {
    tag,
    name: file.name,
    direction: file.direction,
    keys: [...texts.keys()],
    has: (key) => texts.has(key),
    text,
    said: (screen, words) => (texts.has(`${screen}.${words}`) ? text(`${screen}.${words}`) : words),
  };
}

function formOf(message: Exclude<Message, string>, n: unknown, plural: Intl.PluralRules): string {
  if (n === 0 && message.zero !== undefined) return message.zero;
  const form = typeof n === 'number' ? plural.select(n) : 'other';
  return message[form] ?? message.other;
}

function filled(text: string, parameters: Parameters): string {
  return text.replace(/\{([a-z]+)\}/gi, (whole, name: string) =>
    parameters[name] === undefined ? whole : String(parameters[name]),
  );
}
