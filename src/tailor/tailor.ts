/** Content, one profile and a date -> one handout with the trace of why, or the refusal that forbids one. Pure. */

import type { Handout } from '../domain/handout.ts';
import type { Profile } from '../domain/profile.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Facts, Refusal, TailorWarning, Trace } from '../domain/trace.ts';
import { arrangedTopic } from './arrange-blocks.ts';
import { assemble } from './assemble.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { saysRefusal, scanAdvice, scanWords } from './clinician-words.ts';
import { factsOf, namedDrugs } from './facts.ts';
import { decideLevels } from './levels.ts';
import { screen } from './screen.ts';
import type { TailorInput } from './tailor-input.ts';
import { chooseSigns, signIds } from './warning-signs.ts';
import { withdrawnRefusal } from './withdrawn-refusal.ts';
import { wordingOf } from './wording.ts';

export type Tailored =
  | { readonly kind: 'handout'; readonly handout: Handout; readonly trace: Trace }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly trace: Trace };

/** @throws Error when the topic has no words in the language: the caller checks that first. */
export function tailor(input: TailorInput): Tailored {
  const { content, profile } = input;
  const { rulebook } = content;
  const topic = arrangedTopic(input.topic, profile.parts?.order ?? []);
  const { facts, warnings: factWarnings } = factsOf(profile, rulebook, input.today);
  const relaxant = drugNames(profile, rulebook);
  const wording = wordingOf(content, topic, input.language, input.drawings, relaxant);
  if (wording === undefined) throw new Error(`no words for topic ${topic.topic.id} in this language`);

  const levels = decideLevels(rulebook, facts);
  const signs = chooseSigns(rulebook, facts);
  const said = new Set(Object.keys(profile.clinicianSays));
  const { style } = profile;
  const blocks = chooseBlocks({
    blocks: topic.blocks,
    rulebook,
    facts,
    levels,
    style,
    omit: input.omit,
    leftOut: new Set(profile.parts?.leaveOut),
    said,
  });
  const shown = new Set(blocks.filter((block) => block.shown).map((block) => block.id));
  const printed = new Set(
    topic.blocks.flatMap(({ id, resource }) => (resource !== undefined && shown.has(id) ? [resource] : [])),
  );
  const conflicts = wordConflicts(profile, input, levels, facts);
  const warnings = [...factWarnings, ...unprintable(profile, facts, input.canPrint), ...conflicts];
  const trace: Trace = { facts, levels, signs: signIds(signs), blocks, warnings };

  const refusal =
    // What care a patient needs comes before all else that forbids a sheet.
    screen(profile, rulebook, facts, wording.shared, wording.terms) ??
    withdrawnRefusal(content.withdrawn, topic.topic.id, input.language) ??
    saysRefusal(profile, levels, printed) ??
    (conflicts.length > 0 && !input.notesConfirmed ? unconfirmed(conflicts) : undefined);
  if (refusal !== undefined) return { kind: 'refused', refusal, trace };
  return {
    kind: 'handout',
    handout: assemble({ ...input, topic, facts, levels, signs, decisions: blocks, wording }),
    trace,
  };
}

function wordConflicts(
  profile: Profile,
  input: TailorInput,
  levels: Trace['levels'],
  facts: Trace['facts'],
): TailorWarning[] {
  const { rulebook } = input.content;
  const given = givenDrugs(rulebook, facts);
  const says = Object.entries(profile.clinicianSays).flatMap(([resource, text]) => {
    // The words under a resource's own ASK block may name that resource.
    const others = new Map(levels);
    const own = levels.get(resource);
    if (own !== undefined) others.set(resource, { ...own, level: 'ok' });
    return scanWords(text, `clinician_says.${resource}`, rulebook, others, given);
  });
  const notes = profile.notes ?? '';
  return [
    ...scanWords(notes, 'notes', rulebook, levels, given),
    ...scanAdvice(notes, 'notes', input.content.never, input.language, facts, given),
    ...says,
  ];
}

/** The drug that a factor names, with its brands. */
function givenDrugs(rulebook: Rulebook, facts: Trace['facts']): Set<string> {
  return new Set(
    Object.entries(rulebook.factors).flatMap(([id, rule]) => {
      const drug = facts[id];
      if (rule.kind !== 'drug' || drug === undefined || !rule.names.includes(drug)) return [];
      const brands = Object.entries(rule.aliases).flatMap(([brand, name]) => (name === drug ? [brand] : []));
      return [drug, ...brands];
    }),
  );
}

function unconfirmed(conflicts: readonly TailorWarning[]): Refusal {
  return {
    code: 'unconfirmed-notes',
    care: 'review',
    lines: [
      'The words added by the clinician disagree with the sheet:',
      ...conflicts.map((conflict) => conflict.message),
      'Change them, or confirm with --confirm-notes that they are meant. No handout was printed.',
    ],
  };
}

/** Only names that the rulebook knows are printed, all of them; for any other word there is a line to write on. */
function drugNames(profile: Profile, rulebook: Rulebook): string {
  const rule = rulebook.factors['muscle_relaxant'];
  const names = rule?.kind === 'drug' ? namedDrugs(profile.factors['muscle_relaxant'] ?? '', rule) : [];
  return names.length === 0 ? '________' : names.join(', ');
}

function unprintable(profile: Profile, facts: Facts, canPrint: TailorInput['canPrint']): TailorWarning[] {
  const warnings: TailorWarning[] = [];
  if (profile.patient.name !== undefined && !canPrint(profile.patient.name)) {
    warnings.push({
      code: 'name-not-printable',
      message:
        "the patient's name has a character that no shipped font has: the sheet has a line to write it on",
    });
  }
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['notes', profile.notes],
    ['visit.clinician', profile.visit.clinician],
    ['muscle_relaxant', facts['muscle_relaxant']],
    ...Object.entries(profile.clinicianSays).map(([id, text]) => [`clinician_says.${id}`, text] as const),
  ];
  for (const [field, text] of texts) {
    if (text !== undefined && !canPrint(text)) {
      warnings.push({
        code: 'text-not-printable',
        message: `${field} has a character that no shipped font has: write it on the sheet by hand`,
      });
    }
  }
  return warnings;
}
