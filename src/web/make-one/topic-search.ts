/** What was typed and the topics -> those it finds by name, symptom or diagnosis code, and a code that stops. */

import type { Content, TopicContent } from '../../domain/content.ts';
import { blockingCodes } from '../../tailor/screen.ts';

export interface TopicHit {
  readonly id: string;
  readonly title: string;
  /** The title, cut so that what was found can be marked. */
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly code: string;
}

export interface Found {
  readonly hits: readonly TopicHit[];
  /** A code that forbids a home-care sheet. */
  readonly blocked: string | undefined;
}

/** More are not read. */
const mostHits = 7;
const codeForm = /^[A-Za-z][0-9][0-9A-Za-z](\.?[0-9A-Za-z]{1,4})?$/;

export function findTopics(typed: string, content: Content, language: string): Found {
  const wanted = plain(typed);
  const all = [...content.topics.values()];
  const titles = all.map((topic) => ({ topic, title: titleOf(topic, language) }));
  const scored = titles
    .map(({ topic, title }) => ({ topic, title, score: scoreOf(wanted, topic, title, content, language) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.title.localeCompare(b.title, language));
  const [blocked] = codeForm.test(typed.trim()) ? blockingCodes([typed.trim()], content.rulebook) : [];
  return {
    hits: scored.slice(0, mostHits).map(({ topic, title }) => hitOf(topic, title, wanted)),
    blocked: blocked === undefined ? undefined : typed.trim().toUpperCase(),
  };
}

export function titleOf(topic: TopicContent, language: string): string {
  const words = topic.words.get(language) ?? topic.words.get('en') ?? [...topic.words.values()][0];
  return words?.title ?? topic.topic.id;
}

/** A name counts most, then a code, then words of the topic's own text: its symptoms. */
function scoreOf(
  wanted: string,
  { topic, words }: TopicContent,
  title: string,
  content: Content,
  language: string,
): number {
  if (wanted === '') return 1;
  const name = plain(title);
  if (name.startsWith(wanted)) return 6;
  if (name.includes(wanted) || plain(topic.id.replaceAll('-', ' ')).includes(wanted)) return 5;
  const code = wanted.replaceAll('.', '');
  const codes = topic.codes.map((each) => plain(each.code).replaceAll('.', ''));
  if (code.length >= 2 && codes.some((each) => each.startsWith(code))) return 4;
  if (topic.codes.some((each) => plain(each.title).includes(wanted))) return 3;
  if (wanted.length < 3) return 0;
  const own = words.get(language) ?? words.get('en');
  const shared = content.words.get(language) ?? content.words.get('en');
  const texts = [own?.purpose ?? '', JSON.stringify(own?.blocks ?? {}), JSON.stringify(shared?.signs ?? {})];
  const all = plain(texts.join(' '));
  return wanted.split(' ').every((each) => all.includes(each)) ? 1 : 0;
}

function hitOf({ topic }: TopicContent, title: string, wanted: string): TopicHit {
  const at = wanted === '' ? -1 : plain(title).indexOf(wanted);
  const [start, end] = at < 0 ? [title.length, title.length] : [at, at + wanted.length];
  return {
    id: topic.id,
    title,
    before: title.slice(0, start),
    match: title.slice(start, end),
    after: title.slice(end),
    code: topic.codes[0]?.code ?? '',
  };
}

/** One letter stays one letter, so that places in the plain text are places in the text. */
function plain(text: string): string {
  return [...text.trim()]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return bare.length === letter.length ? bare : letter;
    })
    .join('')
    .replace(/\s/g, ' ');
}
