/** Protects the desk's own words: every language has all of them, every template finds its own, and no text can bring markup. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { interfaceLanguage } from '../../src/web/interface-language.ts';
import { messagesOf, readMessages } from '../../src/web/messages.ts';
import { readViews } from '../../src/web/views.ts';

const folder = fileURLToPath(new URL('../../templates/desk', import.meta.url));
const languages = readMessages(join(folder, 'messages'));
const english = languages.get('en');

describe('message files', () => {
  it('hold the same messages with the same gaps to fill', () => {
    for (const other of languages.values()) {
      expect([...other.keys].sort()).toEqual([...(english?.keys ?? [])].sort());
      for (const key of other.keys) {
        const gaps = (text: string) => [...new Set(text.match(/\{[a-z]+\}/g))].sort();
        expect(gaps(other.text(key)), `${key} in ${other.tag}`).toEqual(gaps(english?.text(key) ?? ''));
      }
    }
  });

  it('hold what the templates ask for', () => {
    const asked = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.hbs'))
      .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/[{(]t "([^"]+)"/g)])
      .map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => english?.has(key) !== true)).toEqual([]);
  });

  it('know plural forms, and that a translation by a program says so', () => {
    expect(english?.text('make.changes', { n: 1 })).toBe('1 change on the page');
    expect(english?.text('make.changes', { n: 5 })).toBe('5 changes on the page');
    expect(english?.text('make.ready', { n: 0 })).toBe('Ready.');
    const spanish = readFileSync(join(folder, 'messages', 'es.yaml'), 'utf8');
    expect(spanish).toMatch(/^state: 'Machine draft/m);
  });
});

it('a template escapes what it is given, in a message too', () => {
  const messages = messagesOf(
    'en',
    'name: x\ndirection: ltr\nstate: x\nmessages: {trouble: {title: t, kept: k}, frame: {skip: s, screens: s, keys: s, language: s, choose: s, menu: m}}',
  );
  const fill = readViews(folder);
  const evil = '<img src=x onerror=alert(1)>"\'**bold**';
  const frame = {
    ...{
      title: evil,
      heading: evil,
      clinic: evil,
      language: 'en',
      direction: 'ltr',
      back: evil,
      logOut: false,
    },
    ...{ tabs: [], languages: [], styles: [], scripts: [] },
  };
  const html = fill('trouble', { frame, text: evil, retry: false }, messages);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img');
});

describe('the language of the desk', () => {
  it.each([
    ['es', undefined, 'es'],
    ['xx', 'es', 'es'],
    [undefined, 'fr, es-MX;q=0.8, en;q=0.7', 'es'],
    [undefined, 'es;q=0, en', 'en'],
    [undefined, 'fr', 'en'],
    [undefined, ';;,,q=9', 'en'],
  ])('of cookie %s and header %s is %s', (cookie, header, language) => {
    expect(interfaceLanguage(cookie, header, ['en', 'es'])).toBe(language);
  });
});
