/** The sheet model and the words -> every core sign is in its box for everyone, in words, and no answer ever takes one away. */

import { coreSigns } from '../domain/core-signs.ts';
import type { Never } from '../domain/never.ts';
import type { Urgency } from '../domain/rulebook.ts';
import type { SharedWords } from '../domain/words.ts';
import { type Breach, breachIf } from './breach.ts';
import { all, none, type Sheets } from './decision-diagram.ts';
import type { SheetModel } from './sheet-model.ts';
import { truthOf } from './truth-of.ts';

/** From the most urgent down. */
const urgencies: readonly Urgency[] = ['emergency', 'same-day', 'soon'];

/** Profiles whose sheet has the sign at this urgency or a higher one. */
export function printedAtLeast(model: SheetModel, id: string, urgency: Urgency): Sheets {
  const sets = model.signs.get(id);
  if (sets === undefined) return none;
  const enough = urgencies.slice(0, urgencies.indexOf(urgency) + 1);
  return model.space.diagrams.some(enough.map((each) => sets.at[each]));
}

export function proveSigns(model: SheetModel): Breach[] {
  const { diagrams } = model.space;
  return [...coreSigns].flatMap(([id, urgency]) =>
    breachIf(model, diagrams.without(all, printedAtLeast(model, id, urgency)), {
      property: 'core-signs',
      about: id,
      message: `The sign ${id} is missing from the ${urgency} box, or stands lower`,
      hint: `Give ${id} back its place in rulebook.yaml: \`urgency: ${urgency}\`, without a \`when:\``,
    }),
  );
}

/** Signs that facts add or raise: there whenever the fact is known, or may be. */
export function proveAddedSigns(model: SheetModel, never: Never): Breach[] {
  const { diagrams } = model.space;
  return never.signs.flatMap(({ sign, with: condition, urgency, why }) => {
    const due = diagrams.not(truthOf(condition, model.space).no);
    return breachIf(model, diagrams.without(due, printedAtLeast(model, sign, urgency)), {
      property: 'core-signs',
      about: sign,
      message: `The sign ${sign} is missing from the ${urgency} box of this patient, or stands lower: ${why}`,
      hint: `See \`signs.${sign}\` in rulebook.yaml: its \`urgency\`, \`when\` and \`raised_when\``,
    });
  });
}

/** Every sign has words in the language, whichever wording the patient gets. */
export function proveSignWords(model: SheetModel, words: SharedWords, language: string): Breach[] {
  return Object.entries(model.rulebook.signs).flatMap(([id, rule]) => {
    const own = words.signs[id];
    const wordings = [own?.lines ?? [], ...(own?.variants ?? []).map((variant) => variant.lines)];
    const wordless = wordings.some((lines) => !lines.some((line) => /\p{L}/u.test(line)));
    const conditional = (rule.when ?? rule.raised_when) !== undefined && own?.condition === undefined;
    if (!wordless && !conditional) return [];
    return [
      {
        property: 'core-signs',
        about: id,
        message: wordless
          ? `The sign ${id} has a wording in \`${language}\` without words`
          : `The sign ${id} has no \`condition:\` in \`${language}\`, for patients of whom it is not known`,
        hint: `Write it under \`signs.${id}\` in shared/${language}.yaml`,
      },
    ];
  });
}
