/** Protects the words for a template that never ends: it names those that call each other, and no other. */

import { expect, it } from 'vitest';
import { templatesInRings } from '../../src/check/template-rings.ts';

it('names those that call themselves, straight or by others, however the call is written', () => {
  const templates = new Map([
    ['handout', '{{> head}}{{~> a part=x}}{{#if y}}{{> self}}{{/if}}'],
    ['head', '<p>a > b</p>'],
    ['a', '{{#>  b}}else{{/b}}'],
    ['b', '{{> "a"}}{{> head}}'],
    ['self', '{{#each moves}}{{>self}}{{/each}}'],
  ]);
  expect(templatesInRings(templates)).toEqual(['a', 'b', 'self']);
});
