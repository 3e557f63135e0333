/** The 20 items of the CDC Clear Communication Index, in our own words, each with how it is judged. */

import { anAction, howAndWhoToCall } from './actions-judged.ts';
import { type Item, itemsOf, onlyPeople } from './item.ts';
import { keyPointsFirst, lists, oneIdeaEach } from './layout-judged.ts';
import { messagePicture } from './pictures-judged.ts';
import {
  benefitAndHarm,
  messageFirst,
  messageStandsOut,
  oneMessage,
  whatIsNotKnown,
  whyItMatters,
} from './plan-judged.ts';
import {
  activeCalls,
  chancesInWords,
  clearNumbers,
  neededNumbers,
  ownWords,
  sameAsNoSums,
} from './words-judged.ts';

export const clearCommunicationItems: readonly Item[] = itemsOf('communication', 'cci', [
  [1, 'There is one main message, of 1 to 3 short sentences.', oneMessage, 'See `plan:` in topic.yaml'],
  [2, 'The main message comes first.', messageFirst, 'Tell it in blocks of the section `key-points`'],
  [3, 'The main message stands out to the eye.', messageStandsOut, 'Mark its action in bold: `**...**`'],
  [4, 'A picture backs up the main message, and people in it do it right.', messagePicture, 'Add a figure'],
  [5, 'It calls on the reader to act.', anAction, 'Write a block in the section `today`'],
  [6, 'Main message and calls to act say who does what.', activeCalls, 'Turn it round: start with the verb'],
  [7, 'It uses words that its readers use, and explains the others.', ownWords, 'Use the plainer word'],
  [8, 'Lists carry what matters, none longer than 7.', lists, 'Split the list, or give it a lead line'],
  [9, 'It comes in pieces with headings, one thing in each.', oneIdeaEach, 'Split the section'],
  [10, 'What matters most comes first.', keyPointsFirst, 'Write 3 to 5 blocks in `key-points`'],
  [11, 'It tells what is known, and what nobody knows.', whatIsNotKnown, 'See `not_known` in topic.yaml'],
  [12, 'It tells what to do.', anAction, 'Write a block in the section `today`'],
  [13, 'It tells why that matters to the reader.', whyItMatters, 'See `why` under `told_by` in topic.yaml'],
  [14, 'It tells how to do it, and when and whom to call.', howAndWhoToCall, 'Add steps, signs or dates'],
  [15, 'Only numbers that the reader needs stand there.', neededNumbers, 'Leave out the others'],
  [16, 'It tells what each number means.', clearNumbers, 'Add a comparison or plain words'],
  [17, 'The reader has nothing to work out.', sameAsNoSums, 'Work it out for the reader'],
  [18, 'It tells what the danger is, and for whom.', onlyPeople, 'Say what may happen, and how bad it is'],
  [19, 'It tells what good the advice may do, and what harm.', benefitAndHarm, 'See `benefit` and `harm`'],
  [20, 'A chance in numbers is told in words too.', chancesInWords, 'Add words: "few people", "most people"'],
]);
