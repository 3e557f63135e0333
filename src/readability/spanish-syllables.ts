/** A Spanish word -> its number of syllables, by the rules of spelling: every spoken vowel group is one or is broken by a hiatus. */

const strong = new Set('aeoáéó');
const accentedWeak = new Set('íú');

export function spanishSyllables(word: string): number {
  const spoken = word
    .toLowerCase()
    .normalize('NFC')
    // A silent u: que, qui, gue, gui. With two dots it is spoken: pingüino.
    .replace(/qu(?=[eiéí])/g, 'k')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replaceAll('ü', 'u')
    // A silent h parts no vowels: prohibir, ahijado; but ch is a consonant.
    .replace(/(?<!c)h/g, '')
    // A y that closes a syllable, or stands alone, is a vowel: hay, muy, y.
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const groups = spoken.match(/[aeiouáéíóú]+/g) ?? [];
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + nucleiIn(group), 0),
  );
}

/** Two vowels part where both are strong, where a weak one bears the accent, or where both are the same. */
function nucleiIn(group: string): number {
  const vowels = [...group];
  return vowels.reduce((count, vowel, at) => {
    const before = vowels[at - 1];
    return before === undefined || parts(before, vowel) ? count + 1 : count;
  }, 0);
}

function parts(first: string, second: string): boolean {
  if (strong.has(first) && strong.has(second)) return true;
  if (plain(first) === plain(second)) return true;
  // An accent on a weak vowel parts it from a strong one: día, baúl; not from a weak one: cuídate.
  const oneIsStrong = strong.has(first) || strong.has(second);
  return oneIsStrong && (accentedWeak.has(first) || accentedWeak.has(second));
}

function plain(vowel: string): string {
  return vowel.normalize('NFD').charAt(0);
}
