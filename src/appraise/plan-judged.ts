/** The plan of the topic (`plan:` in topic.yaml) and the sheets -> judgements on the main message and on what a fair sheet tells. */

import type { TopicContent } from '../domain/content.ts';
import { sentencesIn } from '../domain/sentences.ts';
import type { Topic } from '../domain/topic.ts';
import { agree, disagree, type Judge, onEverySheet } from './judgement.ts';
import type { Material } from './material.ts';

type Plan = NonNullable<Topic['plan']>;

const noMessage = 'no main message is named: add `plan:` to topic.yaml';
const mostSentences = 3;
const longestSentence = 15;

export const oneMessage: Judge = (material) => {
  const { plan } = material.topic.topic;
  if (plan === undefined) return disagree(noMessage);
  const sentences = messageTexts(material, plan).flatMap((text) => sentencesIn(text, material.language));
  if (sentences.length === 0) return disagree('the blocks of the main message have no words');
  if (sentences.length > mostSentences) return disagree(`the main message has ${sentences.length} sentences`);
  const long = sentences.find((sentence) => sentence.split(/\s+/).length > longestSentence);
  if (long !== undefined) return disagree(`too long for a main message: "${long}"`);
  return onEverySheet(
    material,
    ({ shown }) =>
      plan.told_by.main_message.every((id) => shown.has(id))
        ? undefined
        : 'a part of the main message is missing',
    `one main message of ${sentences.length} short sentence${sentences.length === 1 ? '' : 's'}`,
  );
};

/** The key points are the first section, in a box. */
export const messageFirst: Judge = ({ topic }) => {
  const { plan } = topic.topic;
  if (plan === undefined) return disagree(noMessage);
  const later = plan.told_by.main_message.find((id) => sectionOf(topic, id) !== 'key-points');
  return later === undefined
    ? agree('told by the key points')
    : disagree(`block ${later} tells a part of the main message and is no key point`);
};

export const messageStandsOut: Judge = (material, answered) => {
  const { plan } = material.topic.topic;
  if (plan === undefined) return disagree(noMessage);
  const first = messageFirst(material, answered);
  if (first.kind === 'decided' && first.answer === 'disagree') return first;
  return messageTexts(material, plan).some((text) => text.includes('**'))
    ? agree('in the box of key points, with the action in bold type')
    : disagree('no word of the main message is in bold type');
};

/** On every sheet one of the blocks that the plan names must stand. */
function told(what: keyof Plan['told_by'], missing: string, reason: string): Judge {
  return (material) => {
    const named = material.topic.topic.plan?.told_by[what];
    if (named === undefined) return disagree(`no block is named that tells ${missing}`);
    return onEverySheet(
      material,
      ({ shown }) => (named.some((id) => shown.has(id)) ? undefined : `nothing tells ${missing}`),
      `${reason}: ${named.join(', ')}`,
    );
  };
}

export const whatIsNotKnown = told('not_known', 'what is not known', 'what is not known is told by');
export const whyItMatters = told('why', 'why the advice matters', 'why it matters is told by');

export const benefitAndHarm: Judge = (material, answered) => {
  const benefit = told('benefit', 'what good the advice does', 'the good is told by')(material, answered);
  const harm = told('harm', 'what harm it may do', 'the harm by')(material, answered);
  if (benefit.kind !== 'decided' || benefit.answer !== 'agree') return benefit;
  if (harm.kind !== 'decided' || harm.answer !== 'agree') return harm;
  return agree(`${benefit.reason}; ${harm.reason}`);
};

/** As written, with the marks of bold type. */
function messageTexts({ topic, language }: Material, plan: Plan): string[] {
  const words = topic.words.get(language);
  return plan.told_by.main_message.flatMap((id) => {
    const text = words?.blocks[id]?.text;
    return text === undefined ? [] : [text].flat();
  });
}

function sectionOf({ blocks }: TopicContent, id: string): string | undefined {
  return blocks.find((block) => block.id === id)?.section;
}
