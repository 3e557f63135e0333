/** A count -> the rows of a roster in which no two sheets are alike, the same ones each time. */

const yesNo = [
  ...['blood_thinner', 'daily_aspirin', 'ulcer_or_bleed', 'kidney_disease', 'heart_or_stroke'],
  ...['blood_pressure_pills', 'liver_or_alcohol', 'nsaid_allergy', 'steroid_or_ssri', 'dehydrated'],
  ...['fluid_limit', 'weak_bones', 'cancer', 'numb_skin', 'cold_sensitive', 'weak_immunity', 'sedatives'],
  ...['falls_or_memory'],
];
const choices = {
  age_band: ['adult', 'sixty', 'older'],
  language: ['en'],
  topics: ['back-muscle-spasm'],
  pregnancy: ['no'],
  muscle_relaxant: ['none'],
  region: ['neck', 'upper-mid', 'low'],
  severity: ['mild', 'severe'],
  episode: ['first', 'recurrent'],
  leg_signs: ['none', 'one-leg'],
  occupation: ['desk', 'driver', 'caring', 'other'],
};

export function rosterCsv(count) {
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const oneOf = (values) => values[Math.floor(random() * values.length)];
  const rows = Array.from({ length: count }, (_, index) =>
    [
      `B${index}`,
      `Patient ${index}`,
      ...Object.values(choices).map(oneOf),
      ...yesNo.map(() => (random() < 0.15 ? 'yes' : 'no')),
    ].join(','),
  );
  return `${['id', 'name', ...Object.keys(choices), ...yesNo].join(',')}\n${rows.join('\n')}\n`;
}
