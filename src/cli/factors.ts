/** `handout factors`: the rulebook and its words -> every fact that a profile may hold, with its question and its answers, and every warning sign. */

import { factorValues } from '../domain/profile.ts';
import type { SettingFlags } from '../settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { loadedContent } from './loaded-content.ts';
import type { Terminal } from './terminal.ts';

export async function runFactors(
  flags: SettingFlags & { readonly json?: boolean },
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const loaded = await loadedContent(flags, terminal, environment);
  if (loaded === undefined) return exitCode.invalid;
  const { rulebook, words } = loaded.content;
  const text = words.get('en') ?? [...words.values()][0];
  const factors = Object.entries(rulebook.factors).map(([id, rule]) => ({
    id,
    // The age stands under `patient:` in a profile, as a birth date or an age band.
    under:
      rule.kind === 'age' ? 'patient.ageBand' : rule.kind === 'choice' && rule.about ? 'about' : 'factors',
    values: factorValues(rule) ?? ['none', 'unknown', "a drug's name"],
    question: text?.factors[id]?.question ?? '',
  }));
  const signs = Object.keys(rulebook.signs)
    .sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1)))
    .map((id) => ({ id, urgency: rulebook.signs[id]?.urgency ?? '', text: text?.signs[id]?.lines ?? [] }));
  if (flags.json === true) terminal.out(JSON.stringify({ factors, warning_signs: signs }, null, 2));
  else {
    const lines = factors.map(({ id, under, values, question }) => {
      const name = under === 'patient.ageBand' ? under : `${under}.${id}`;
      return `${name}: ${values.join(' | ')}\n    ${question}\n`;
    });
    const listed = signs.map(({ id, urgency, text }) => `    ${id} (${urgency}): ${text.join('; ')}\n`);
    terminal.out(`${lines.join('')}warning_signs: ids, or empty when there is none\n${listed.join('')}`);
  }
  return exitCode.done;
}
