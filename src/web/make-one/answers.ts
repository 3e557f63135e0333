/** The form of Make one, as a browser sends it -> what was answered so far, every field bounded. */

import { z } from 'zod';

const word = z.string().max(80).default('');
/** A field that stands in the form once or several times. */
const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(80)).max(200),
);

const formSchema = z.object({
  topic: word,
  find: z.string().max(200).default(''),
  code: word,
  language: word,
  style: word,
  size: word,
  paper: word,
  sign: several,
  /** `none`: the list was read, and nothing on it is so. */
  checked: word,
  /** Signs that an answer adds, and that were asked about: none. */
  seen: several,
  age: word,
  name: z.string().max(200).default(''),
  line: word,
  visit: word,
  note: z.string().max(5_000).default(''),
  /** The note that was confirmed, by its mark: another note is not. */
  kept: word,
  out: several,
  put: several,
  order: several,
  /** The pages now shown, and the mark of the answers that they were made from. */
  shown: word,
  made: word,
  printer: word,
  copies: word,
  do: word,
});

export interface Answers extends z.infer<typeof formSchema> {
  /** Factor id to what was chosen; nothing for a blank. */
  readonly factors: Readonly<Record<string, string>>;
  /** Resource id to the clinician's words under its "ask us" line; empty for a field that nobody wrote into yet. */
  readonly says: Readonly<Record<string, string>>;
}

const factorField = /^f\.([a-z][a-z0-9_]{0,60})$/;
const saysField = /^s\.([a-z][a-z0-9_]{0,60})$/;
const longestSays = 2_000;

export const noAnswers: Answers = { ...formSchema.parse({}), factors: {}, says: {} };

/** Undefined for what no form of ours sends. */
export function answersOf(body: unknown): Answers | undefined {
  const form = formSchema.safeParse(body ?? {});
  if (!form.success) return undefined;
  const factors: Record<string, string> = {};
  const says: Record<string, string> = {};
  for (const [name, value] of Object.entries(body ?? {})) {
    const resource = saysField.exec(name)?.[1];
    if (resource !== undefined) {
      if (typeof value !== 'string' || value.length > longestSays) return undefined;
      says[resource] = value;
    }
    const id = factorField.exec(name)?.[1];
    if (id === undefined) continue;
    if (typeof value !== 'string' || value.length > 80) return undefined;
    if (value !== '') factors[id] = value;
  }
  return { ...form.data, factors, says };
}
