/** One element of a page -> what in it would spoil the tagged PDF, rule by rule. */

import type { Finding } from './finding.ts';
import { outsideAddress } from './html-addresses.ts';
import { ancestorsOf, type HtmlElement } from './html-tree.ts';

type Rule = (element: HtmlElement) => Finding | undefined;

const FORBIDDEN: Readonly<Record<string, string>> = {
  dl: 'Use <ul> with a <strong> in each item: a definition list loses its structure in the PDF.',
  math: 'Use an <img> with alt, or words.',
  q: 'Write the quotation marks: those of <q> are painted, but not read aloud.',
  script: 'The page is printed with scripts off.',
  iframe: 'Put the content into the page itself.',
  object: 'Use <img> with a data: address.',
  embed: 'Use <img> with a data: address.',
};

/** Inline elements that are no structure in the PDF, so that a language on them is lost. */
const LANGUAGE_LOST: ReadonlySet<string> = new Set(
  'span b i u s small mark abbr q sub sup bdi bdo label'.split(' '),
);
const SCOPES: ReadonlySet<string> = new Set(['col', 'row', 'colgroup', 'rowgroup']);
/** Clipped text reaches neither the paper nor the tags. */
const HIDDEN_TEXT = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;

const forbidden: Rule = ({ tag }) => {
  const hint = Object.hasOwn(FORBIDDEN, tag) ? FORBIDDEN[tag] : undefined;
  return hint === undefined
    ? undefined
    : { code: 'forbidden-element', message: `<${tag}> does not work in a handout.`, hint };
};

const imageText: Rule = ({ tag, attributes }) =>
  tag !== 'img' || attributes.has('alt')
    ? undefined
    : {
        code: 'image-without-alt',
        message: 'An <img> has no alt.',
        hint: 'Say what the picture shows; alt="" if it is only decoration.',
      };

const drawingText: Rule = (element) => {
  const { tag, attributes } = element;
  if (tag !== 'svg' || ancestorsOf(element).some((above) => above.tag === 'svg')) return undefined;
  const named = attributes.get('role') === 'img' && Boolean(attributes.get('aria-label')?.trim());
  if (named || attributes.get('aria-hidden') === 'true') return undefined;
  return {
    code: 'drawing-without-label',
    message: 'An <svg> has neither a label nor aria-hidden.',
    hint: 'Add role="img" and aria-label="...", or aria-hidden="true" if it is only decoration.',
  };
};

const figureRole: Rule = ({ tag, attributes }) =>
  tag !== 'figure' || attributes.get('role') === 'group'
    ? undefined
    : {
        code: 'figure-role',
        message: 'A <figure> has no role="group".',
        hint: 'Add it: otherwise the PDF has a second figure without a description around the first.',
      };

const headerScope: Rule = ({ tag, attributes }) =>
  tag !== 'th' || SCOPES.has(attributes.get('scope') ?? '')
    ? undefined
    : {
        code: 'header-scope',
        message: 'A <th> has no scope.',
        hint: 'Add scope="col" or scope="row", so that each cell is read with its headers.',
      };

const nestedTable: Rule = (element) =>
  element.tag !== 'table' || !ancestorsOf(element).some(({ tag }) => tag === 'table')
    ? undefined
    : {
        code: 'nested-table',
        message: 'A <table> stands inside a <table>.',
        hint: 'Make two tables, or a list in the cell.',
      };

const lostLanguage: Rule = ({ tag, attributes }) =>
  !attributes.has('lang') || !LANGUAGE_LOST.has(tag) || attributes.get('role') === 'group'
    ? undefined
    : {
        code: 'lost-language',
        message: `The lang of a <${tag}> is lost in the PDF.`,
        hint: 'Use <em lang="..."> or <span role="group" lang="...">.',
      };

const hiddenText: Rule = ({ tag, attributes }) =>
  !HIDDEN_TEXT.test(attributes.get('class') ?? '')
    ? undefined
    : {
        code: 'hidden-text',
        message: `A <${tag}> holds text for screen readers only, which the PDF loses.`,
        hint: 'Print the text, or put it into the aria-label or alt of the picture.',
      };

const eventHandler: Rule = ({ tag, attributes }) => {
  const handler = [...attributes.keys()].find((name) => /^on[a-z]+$/i.test(name));
  return handler === undefined
    ? undefined
    : {
        code: 'event-handler',
        message: `A <${tag}> has ${handler}.`,
        hint: 'Remove it: the page is printed with scripts off.',
      };
};

export const elementRules: readonly Rule[] = [
  forbidden,
  imageText,
  drawingText,
  figureRole,
  headerScope,
  nestedTable,
  lostLanguage,
  hiddenText,
  eventHandler,
  outsideAddress,
];
