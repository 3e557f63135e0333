/** The desk's templates -> a function that fills one in, with the words of one language; nothing in it is unescaped. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Messages, Parameters } from './messages.ts';

export type Fill = (template: string, model: object, messages: Messages) => string;

/** `make-one/page` is `<folder>/make-one/page.hbs`; templates call each other by the same names. */
export function readViews(folder: string): Fill {
  const engine = Handlebars.create();
  registerHelpers(engine);
  const sources = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => [
        name.replaceAll('\\', '/').slice(0, -'.hbs'.length),
        readFileSync(join(folder, name), 'utf8'),
      ]),
  );
  for (const [name, source] of sources) engine.registerPartial(name, source);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return (template, model, messages) => {
    const source = sources.get(template);
    if (source === undefined) throw new Error(`there is no template ${template}`);
    const ready = compiled.get(template) ?? engine.compile(source, { strict: true, knownHelpersOnly: false });
    compiled.set(template, ready);
    return ready(model, {
      data: { messages },
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
  };
}

/** `{{t "make.ready" n=3}}`, `{{icon "check"}}`, `{{#if (is a b)}}`, `{{join "q" id}}`. */
function registerHelpers(engine: typeof Handlebars): void {
  engine.registerHelper('t', (key: unknown, options: Handlebars.HelperOptions) => {
    const messages: Messages = options.data.messages;
    return new engine.SafeString(marked(messages.text(String(key), options.hash as Parameters), engine));
  });
  engine.registerHelper('icon', (name: unknown, options: Handlebars.HelperOptions) => {
    const extra =
      options.hash['class'] === undefined ? '' : ` ${engine.escapeExpression(options.hash['class'])}`;
    const id = engine.escapeExpression(String(name));
    return new engine.SafeString(
      `<svg class="icon${extra}" aria-hidden="true" focusable="false"><use href="/assets/icons.svg#${id}"></use></svg>`,
    );
  });
  engine.registerHelper('bold', (text: unknown) => new engine.SafeString(marked(String(text), engine)));
  engine.registerHelper('length', (list: unknown) => (Array.isArray(list) ? list.length : 0));
  engine.registerHelper('any', (...values: unknown[]) => values.slice(0, -1).some(Boolean));
  engine.registerHelper('is', (one: unknown, other: unknown) => one === other);
  engine.registerHelper('join', (...parts: unknown[]) => parts.slice(0, -1).join(''));
}

/** Escaped, with `**bold**` as the only mark that a message may hold. */
function marked(text: string, engine: typeof Handlebars): string {
  return engine
    .escapeExpression(text)
    .split('**')
    .map((part, index) => (index % 2 === 1 ? `<strong>${part}</strong>` : part))
    .join('');
}
