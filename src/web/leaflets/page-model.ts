/** What is asked for and what was made -> everything that the template of Leaflets prints. */

import type { Shelf } from '../../app/leaflet-shelf.ts';
import type { Content } from '../../domain/content.ts';
import { styleSchema } from '../../domain/topic.ts';
import type { MadeSheet } from '../made-sheet.ts';
import { findTopics, titleOf } from '../make-one/topic-search.ts';
import type { Messages } from '../messages.ts';
import { type Asked, placeOf } from './asked.ts';
import type { LeafletChoice } from './choice.ts';
import type { Picked } from './picked.ts';

interface Input {
  readonly content: Content;
  readonly asked: Asked;
  readonly shelf: Shelf;
  readonly sets: readonly LeafletChoice[];
  readonly picked: Picked | undefined;
  readonly made: readonly MadeSheet[];
  readonly hasPrinter: boolean;
  readonly today: string;
  readonly messages: Messages;
  /** Languages of the desk, by their own names. */
  readonly names: ReadonlyMap<string, string>;
  /** Of a topic in the language asked for, when it was made already. */
  pagesOf(topic: string): number | undefined;
}

export function leafletsModel(input: Input): object {
  const { content, asked, shelf, sets, messages } = input;
  const { hits, blocked } = findTopics(asked.find, content, messages.tag);
  const topics = [...content.topics.keys()].map((id) => tileOf(id, input));
  return {
    find: asked.find,
    carried: carried(asked, ['find', 'topic', 'set']),
    kept: carried(asked, []),
    blocked: blocked ?? '',
    none: asked.find !== '' && hits.length === 0 && blocked === undefined,
    total: topics.length,
    searching: asked.find !== '',
    found: hits.map(({ id }) => tileOf(id, input)),
    favourites: shelf.favourites
      .filter((id) => content.topics.has(id))
      .map((id) => tileOf(id, input, { pages: true })),
    sets: sets.map(({ id, title, topics: inside, own }) => ({
      id,
      title,
      own,
      count: inside.length,
      chosen: asked.set === id,
      href: placeOf(asked, { set: id, topic: '', find: '' }),
    })),
    topics: topics.sort((a, b) => a.title.localeCompare(b.title, messages.tag)),
    chosen: chosenModel(input),
  };
}

/** Fields that go along with a form, but those that it sets itself. */
function carried(asked: Asked, without: readonly string[]): { name: string; value: string }[] {
  const { topic, set, find, language, style, paper } = asked;
  return Object.entries({ topic, set, find, language, style, paper })
    .filter(([name, value]) => value !== '' && !without.includes(name))
    .map(([name, value]) => ({ name, value }));
}

interface Tile {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly chosen: boolean;
  readonly starred: boolean;
  readonly pages: number;
  readonly draft: boolean;
  readonly overdue: boolean;
}

function tileOf(id: string, input: Input, { pages = false } = {}): Tile {
  const { content, asked, shelf, messages } = input;
  const topic = content.topics.get(id);
  const review = content.reviews.get(`${id}/${asked.language}`) ?? content.reviews.get(`${id}/en`);
  const approved = review?.state === 'approved';
  return {
    id,
    title: topic === undefined ? id : titleOf(topic, messages.tag),
    href: placeOf(asked, { topic: id, set: '' }),
    chosen: asked.topic === id && asked.set === '',
    starred: shelf.favourites.includes(id),
    pages: pages ? (input.pagesOf(id) ?? 0) : 0,
    draft: !approved,
    overdue: approved && review.due < input.today,
  };
}

/** They stand in one row. */
const mostPictures = 3;

function chosenModel(input: Input): object | undefined {
  const { asked, picked, made, messages, content, hasPrinter } = input;
  if (picked === undefined) return undefined;
  const sheets = made.flatMap((each) => (each.kind === 'made' ? [each.sheet] : []));
  const pages = sheets.reduce((sum, sheet) => sum + sheet.pages, 0);
  const isSet = asked.set !== '';
  const instead = picked.leaflets.some(({ language }) => !sameLanguage(language, asked.language));
  const [first] = picked.leaflets;
  return {
    title: picked.title,
    isSet,
    topic: first?.topic ?? '',
    pages,
    leaflets: isSet
      ? picked.leaflets.map(({ topic, language }) => ({
          title: content.topics.get(topic)?.words.get(language)?.title ?? topic,
          language,
        }))
      : [],
    pictures: isSet
      ? []
      : Array.from({ length: Math.min(pages, mostPictures) }, (_, index) => ({
          number: index + 1,
          src: placeOf({ ...asked, find: '', printer: '', copies: 1 }, {}, `/leaflets/page-${index + 1}.png`),
        })),
    file: placeOf(
      { ...asked, find: '', printer: '', copies: 1 },
      {},
      isSet ? '/leaflets/set.zip' : '/leaflets/leaflet.pdf',
    ),
    lines: made.flatMap((each) =>
      each.kind === 'refused'
        ? each.refusal.lines
        : each.kind === 'unproved'
          ? [messages.text('leaflets.unproved')]
          : [],
    ),
    ready: sheets.length > 0 && sheets.length === made.length,
    instead,
    insteadOf: nameOf(asked.language, input),
    languages: languagesOf(input),
    styles: styleSchema.options.map((value) => ({
      value,
      text: messages.text(`leaflets.style_${value}`),
      chosen: value === asked.style,
    })),
    papers: ['A4', 'Letter'].map((value) => ({ value, text: value, chosen: value === asked.paper })),
    hasPrinter,
  };
}

function sameLanguage(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() || one === other.split('-')[0];
}

function nameOf(tag: string, { content, names }: Input): string {
  return content.words.get(tag)?.language.name ?? names.get(tag) ?? tag;
}

/** Those of the content, and those that the desk itself speaks: these print in English until they are written. */
function languagesOf(input: Input): object[] {
  const { content, asked, names, picked } = input;
  const written = (tag: string) =>
    (picked?.leaflets ?? []).every(({ topic }) => content.topics.get(topic)?.words.has(tag) === true);
  return [...new Set([...content.words.keys(), ...names.keys()])].map((value) => ({
    value,
    text: nameOf(value, input),
    chosen: value === asked.language,
    there: written(value) && content.words.has(value),
  }));
}
