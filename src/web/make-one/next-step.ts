/** Answers and the button that was pressed -> the answers after it: what each button of Make one means. */

import type { Content } from '../../domain/content.ts';
import type { Answers } from './answers.ts';
import { noteMark } from './profile-of.ts';
import { findTopics } from './topic-search.ts';

export interface Pressed {
  readonly answers: Answers;
  /** A button with its object: `out:move.tilt` is `out` of `move.tilt`. */
  readonly action: string;
}

export function pressed(answers: Answers, content: Content, language: string): Pressed {
  const colon = answers.do.indexOf(':');
  const action = colon < 0 ? answers.do : answers.do.slice(0, colon);
  const object = colon < 0 ? '' : answers.do.slice(colon + 1);
  return { action, answers: { ...after(answers, action, object, content, language), do: '' } };
}

function after(
  answers: Answers,
  action: string,
  object: string,
  content: Content,
  language: string,
): Answers {
  const { out, put } = answers;
  switch (action) {
    case 'topic':
      return withTopic(answers, object);
    case 'untopic':
      return { ...withTopic(answers, ''), factors: answers.factors };
    case 'code':
      return { ...answers, code: object };
    case 'enter':
      return firstHit(answers, content, language);
    case 'none':
      // Ticks win: a list with one on it is never "none".
      return { ...answers, checked: 'none' };
    case 'ticked':
      return { ...answers, checked: answers.sign.length > 0 ? 'ticked' : '' };
    case 'check':
      return { ...answers, checked: '', code: '' };
    case 'seen':
      return { ...answers, seen: [...new Set([...answers.seen, ...object.split(' ').filter(Boolean)])] };
    case 'keep':
      return { ...answers, kept: noteMark(answers) };
    case 'say':
      return { ...answers, says: { [object]: '', ...answers.says } };
    case 'unsay': {
      const { [object]: _gone, ...says } = answers.says;
      return { ...answers, says };
    }
    case 'out':
      return { ...answers, out: [...without(out, object), object], put: without(put, object) };
    case 'in':
      return { ...answers, out: without(out, object), put: [...without(put, object), object] };
    case 'order':
      return { ...answers, order: object.split(' ').filter(Boolean) };
    default:
      return answers;
  }
}

/** What the form shows before anybody chose: said from the first pages on, so that they stay the same pages. */
export function withDefaults(answers: Answers, content: Content): Answers {
  const tags = [...(content.topics.get(answers.topic)?.words.keys() ?? [])];
  return {
    ...answers,
    language: answers.language || (tags.includes('en') ? 'en' : (tags[0] ?? 'en')),
    style: answers.style || 'standard',
    size: answers.size || 'standard',
    paper: answers.paper || content.clinic.paper,
  };
}

/** Another topic asks other things and shows other parts; what was said of the patient stays. */
function withTopic(answers: Answers, topic: string): Answers {
  return {
    ...answers,
    topic,
    find: '',
    code: '',
    checked: '',
    seen: [],
    out: [],
    put: [],
    order: [],
    kept: '',
    says: {},
  };
}

function firstHit(answers: Answers, content: Content, language: string): Answers {
  if (answers.find.trim() === '') return answers;
  const { hits, blocked } = findTopics(answers.find, content, language);
  if (blocked !== undefined) return { ...answers, code: blocked };
  return hits[0] === undefined ? answers : withTopic(answers, hits[0].id);
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((each) => each !== id);
}
