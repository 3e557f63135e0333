/** Protects the reader from a silent gap: Handlebars prints nothing for a misspelled path, and skips its block. */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HelperSpec } from '../../src/check/helper-spec.ts';
import { lintTemplates } from '../../src/check/template-paths.ts';

const Tree = z.object({
  label: z.string(),
  get kids() {
    return z.array(Tree);
  },
});

const model = z.object({
  title: z.string(),
  subtitle: z.string().optional(),
  level: z.enum(['ok', 'ask']),
  icons: z.object({ ok: z.string(), ask: z.string() }),
  counts: z.record(z.string(), z.number()),
  clinic: z.object({ name: z.string(), phone: z.string() }).nullable(),
  sections: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })).readonly(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.literal('figure'), alt: z.string() }),
    ]),
  ),
  tree: Tree,
});

const helpers = new Map<string, HelperSpec>([
  ['eq', { use: 'inline', params: [2, 2] }],
  ['first', { use: 'inline', params: [1, 1], returns: model.shape.sections.unwrap().element }],
  ['plural', { use: 'inline', params: [1, 1], named: ['count'] }],
]);

function lint(root: string, partials: Record<string, string> = {}) {
  const entries = Object.entries({ page: root, ...partials });
  const templates = new Map(entries.map(([name, text]) => [name, { name: `${name}.hbs`, text }]));
  return lintTemplates(templates, 'page', model, helpers);
}

function brief(root: string, partials: Record<string, string> = {}): string[] {
  return lint(root, partials).map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

describe('templates that are right', () => {
  it.each([
    ['plain, optional and nested paths', '{{title}}{{subtitle}}{{#if clinic.phone}}{{clinic.name}}{{/if}}'],
    [
      'each with loop variables and the way out',
      '{{#each sections}}{{@index}}{{heading}}{{../title}}{{/each}}',
    ],
    [
      'each in each',
      '{{#each sections}}{{#each lines}}{{this}}{{../heading}}{{../../title}}{{@../index}}{{/each}}{{/each}}',
    ],
    [
      'if and unless keep the context',
      '{{#each sections}}{{#if heading}}{{heading}}{{else}}{{../title}}{{/if}}{{/each}}',
    ],
    ['else of each stands outside', '{{#each sections}}{{heading}}{{else}}{{title}}{{/each}}'],
    [
      'else-if chains',
      '{{#if subtitle}}{{subtitle}}{{else if clinic}}{{clinic.name}}{{else}}{{title}}{{/if}}',
    ],
    ['with and block parameters', '{{#with clinic as |c|}}{{c.name}}{{name}}{{/with}}'],
    [
      'block parameters of each',
      '{{#each sections as |s i|}}{{i}}{{#each s.lines as |l|}}{{l}}{{s.heading}}{{/each}}{{/each}}',
    ],
    [
      'any branch of a union',
      '{{#each blocks}}{{#if (eq kind "text")}}{{text}}{{else}}{{alt}}{{/if}}{{/each}}',
    ],
    ['records', '{{#each counts}}{{@key}} {{this}}{{/each}}{{counts.anything}}'],
    ['lists by number and length', '{{sections.length}}{{sections.[0].heading}}'],
    ['lookup by an enum', '{{lookup icons level}}'],
    ['results of helpers', '{{#with (first sections)}}{{heading}}{{/with}}{{plural "x" count=title}}'],
    ['the root from the depths', '{{#each sections}}{{@root.title}}{{/each}}'],
  ])('%s', (_, text) => {
    expect(lint(text)).toEqual([]);
  });

  it('checks partials in their context, with their named parameters, through recursion', () => {
    const partials = {
      node: '{{label}}{{depth}}{{#each kids}}{{> node depth="more"}}{{/each}}',
      card: '{{heading}}{{tone}}{{@index}}',
    };
    expect(
      lint('{{> node tree depth="none"}}{{#each sections}}{{> card tone="x"}}{{/each}}', partials),
    ).toEqual([]);
  });
});

describe('templates that are wrong', () => {
  it.each([
    ['a misspelled path', '{{titel}}', 'page.hbs:1:3 unknown-path'],
    [
      'in a condition, where Handlebars is silent',
      '\n {{#if clinic.fone}}x{{/if}}',
      'page.hbs:2:8 unknown-path',
    ],
    ['in an else', '{{#if title}}{{else}}{{nope}}{{/if}}', 'page.hbs:1:24 unknown-path'],
    ['in a parameter of a helper', '{{plural nope}}', 'page.hbs:1:10 unknown-path'],
    ['in a named parameter', '{{plural "x" count=nope}}', 'page.hbs:1:20 unknown-path'],
    ['in a sub-expression', '{{#if (eq nope "x")}}{{/if}}', 'page.hbs:1:11 unknown-path'],
    ['a name of the outer context', '{{#each sections}}{{title}}{{/each}}', 'page.hbs:1:21 unknown-path'],
    ['a name of no branch', '{{#each blocks}}{{caption}}{{/each}}', 'page.hbs:1:19 unknown-path'],
    ['a part of a text', '{{title.first}}', 'page.hbs:1:3 unknown-path'],
    [
      '../ where only #if stands around',
      '{{#if title}}{{../title}}{{/if}}',
      'page.hbs:1:16 no-parent-context',
    ],
    ['@index outside #each', '{{@index}}', 'page.hbs:1:3 unknown-path'],
    ['@../index in a single #each', '{{#each sections}}{{@../index}}{{/each}}', 'page.hbs:1:21 unknown-path'],
    ['a lookup that misses a value of the enum', '{{lookup clinic level}}', 'page.hbs:1:1 unknown-path'],
    ['each over a text', '{{#each title}}{{this}}{{/each}}', 'page.hbs:1:1 not-a-list'],
    ['each over an object', '{{#each clinic}}{{this}}{{/each}}', 'page.hbs:1:1 not-a-list'],
    ['an object as text', '{{clinic}}', 'page.hbs:1:1 prints-object'],
    ['a list as text', '{{sections}}', 'page.hbs:1:1 prints-object'],
    ['three braces', '{{{title}}}', 'page.hbs:1:1 unescaped-output'],
    ['an ampersand', '{{&title}}', 'page.hbs:1:1 unescaped-output'],
    ['an unknown helper', '{{shout title}}', 'page.hbs:1:1 unknown-helper'],
    ['a block that is no helper', '{{#sections}}{{/sections}}', 'page.hbs:1:1 unknown-helper'],
    ['the console helper', '{{log title}}', 'page.hbs:1:1 unknown-helper'],
    ['an inline helper as a block', '{{#eq 1 2}}{{/eq}}', 'page.hbs:1:1 helper-misused'],
    ['too few parameters', '{{eq title}}', 'page.hbs:1:1 helper-parameters'],
    ['an unknown named parameter', '{{plural "x" size=1}}', 'page.hbs:1:1 helper-parameters'],
    ['an unknown partial', '{{> nope}}', 'page.hbs:1:1 unknown-partial'],
    ['a dynamic partial', '{{> (lookup icons level)}}', 'page.hbs:1:1 template-construct'],
    ['an inline partial', '{{#*inline "x"}}{{/inline}}', 'page.hbs:1:1 template-construct'],
    ['an open block', '{{title}}\n{{#if title}}\n', 'page.hbs:3:undefined template-syntax'],
    ['a crossed block', '{{#if title}}{{/each}}', 'page.hbs:1:4 template-syntax'],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  it('says which name was meant, also one from further out', () => {
    expect(lint('{{titel}}')[0]?.hint).toBe('Did you mean "title"?');
    expect(lint('{{#each sections}}{{title}}{{/each}}')[0]?.hint).toBe('Did you mean "../title"?');
    expect(lint('{{> car}}', { card: '' })[0]?.hint).toBe('Did you mean "card"?');
  });

  it('checks a partial in each context, and says which call is wrong', () => {
    const found = lint('{{> card clinic}}\n{{#each sections}}{{> card}}{{/each}}', { card: '{{name}}' });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: 'card.hbs', line: 1, code: 'unknown-path' });
    expect(found[0]?.hint).toContain('Called from page.hbs:2');
  });

  it('does not let a partial climb into its caller, as Handlebars does not', () => {
    expect(brief('{{#each sections}}{{> card}}{{/each}}', { card: '{{../title}}' })).toEqual([
      'card.hbs:1:3 no-parent-context',
    ]);
  });

  it('warns of a partial that nobody calls, and still looks into it', () => {
    const found = lint('{{title}}', { orphan: '{{{anything}}}' });
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning unused-partial',
      'error unescaped-output',
    ]);
  });
});
