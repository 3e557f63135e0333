/** The 24 items of PEMAT-P for printed matter (13 and 14 are for sound and film), in our own words, each with how it is judged. */

import { anAction, aTool, explicitSteps } from './actions-judged.ts';
import { type Item, itemsOf } from './item.ts';
import { ask, disagree, type Judge } from './judgement.ts';
import {
  cues,
  explainedTable,
  orderToldFirst,
  shortChunks,
  simpleTables,
  summary,
  tellingHeadings,
} from './layout-judged.ts';
import { fittingPictures, namedPictures, picturesWhereTheyHelp } from './pictures-judged.ts';
import {
  activeVoice,
  clearNumbers,
  explainedSums,
  explainedTerms,
  noSums,
  plainWords,
  spokenTo,
} from './words-judged.ts';

/** Nobody can hold a sheet against a purpose that nobody wrote down. */
const purposeSeen: Judge = ({ topic, sheets }) => {
  const { plan } = topic.topic;
  if (plan === undefined) return disagree('no objective is written down: add `plan:` to topic.yaml');
  const [sheet] = sheets;
  const line = sheet?.handout.purpose.map((run) => run.text).join('') ?? '';
  return ask(`under the title stands: "${line}"; the objective is: ${plan.objective}`);
};

const nothingElse: Judge = ({ topic }) => {
  const objective = topic.topic.plan?.objective;
  return ask(objective === undefined ? undefined : `the objective is: ${objective}`);
};

export const pematItems: readonly Item[] = [
  ...itemsOf('understandability', 'pemat', [
    [1, 'A reader sees at once what the sheet is for.', purposeSeen, 'Say it in the title and `purpose:`'],
    [2, 'Nothing on the sheet leads away from what it is for.', nothingElse, 'Leave it out'],
    [3, 'The words are those of everyday talk.', plainWords, 'Use the plainer word; split long sentences'],
    [
      4,
      'Health words stand only where they help, and are explained.',
      explainedTerms,
      'Explain it, or drop it',
    ],
    [5, 'Sentences say who does what.', activeVoice, 'Turn it round: name who acts first'],
    [6, 'Numbers are clear and easy to take in.', clearNumbers, 'Use whole numbers, with words beside them'],
    [7, 'The reader has nothing to work out.', noSums, 'Work it out for the reader'],
    [8, 'The text comes in short pieces.', shortChunks, 'Split the list, paragraph or block'],
    [9, 'Headings tell what stands under them.', tellingHeadings, 'Say in the heading what it is about'],
    [10, 'One thing leads to the next in a good order.', orderToldFirst, 'Move blocks, or their section'],
    [11, 'The main points are summed up.', summary, 'Write 3 to 5 blocks in the section `key-points`'],
    [12, 'The eye is led to what matters.', cues, 'Mark the action in bold: `**...**`'],
    [15, 'There is a picture wherever one would help.', picturesWhereTheyHelp, 'Add a figure to the block'],
    [16, 'Each picture backs up its words and distracts from nothing.', fittingPictures, 'Change or drop it'],
    [17, 'Each picture has a title or a caption.', namedPictures, 'Give the block a title or captions'],
    [18, 'Pictures are clear, with nothing in them that is not needed.', fittingPictures, 'Draw it simpler'],
    [19, 'Tables are simple, with short headings.', simpleTables, 'Shorten the labels `week_...`'],
  ]),
  ...itemsOf('actionability', 'pemat', [
    [20, 'It names at least one thing to do.', anAction, 'Write a block in the section `today`'],
    [21, 'It speaks to the reader when it tells what to do.', spokenTo, 'Say "you", or start with the verb'],
    [22, 'What to do is told in clear steps.', explicitSteps, 'Write `steps:`, one thing in each'],
    [23, 'It gives a tool for doing it: a plan, a list, a diary.', aTool, 'Give the plan dates'],
    [24, 'What is to be worked out is shown step by step.', explainedSums, 'Show one example, worked out'],
    [25, 'It tells how to use its tables and charts.', explainedTable, 'Say it in the label `week_how`'],
    [26, 'There is a picture wherever one makes it easier to act.', picturesWhereTheyHelp, 'Add a figure'],
  ]),
];
