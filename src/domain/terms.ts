/** Terms in braces that come from the clinic, the patient or the printer, besides those of the locale. */

/** `page` and `pages` stay for the running foot to fill in. */
export const builtInTerms = [
  'emergency_number',
  'phone',
  'after_hours',
  'clinic',
  'relaxant_name',
  'translator',
  'checker',
  'page',
  'pages',
];
