/** The clinic's letterhead and the locale it works in: who hands the paper out, whom to call, which medicine names are used. */

import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';

export const paperSchema = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof paperSchema>;

const weekdaySchema = z.enum(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']);
export type Weekday = z.infer<typeof weekdaySchema>;

export const sidesSchema = z.enum(['one-sided', 'two-sided-long-edge', 'two-sided-short-edge']);
export type Sides = z.infer<typeof sidesSchema>;

const printerUriSchema = z
  .string()
  .max(1000)
  .regex(/^(ipps?|https?):\/\/[^\s@#]+$/i, 'must be an address such as ipp://192.0.2.10/ipp/print');

const clinicPrinterSchema = z.strictObject({
  /** What staff call it. */
  name: z.string().min(1).max(40),
  /** A printer's own address, or that of a CUPS queue: ipp://localhost:631/printers/NAME. */
  uri: printerUriSchema,
  /** It is taken for these papers when none is named. */
  papers: z.array(paperSchema).default([]),
  /** Left out: both sides of the paper where the printer can. */
  sides: sidesSchema.optional(),
  mono: z.boolean().default(false),
  /** A queue that takes PDF in its place when it takes none itself. */
  fallback: printerUriSchema.optional(),
});
export type ClinicPrinter = z.infer<typeof clinicPrinterSchema>;

export const clinicSchema = z.strictObject({
  name: z.string().min(1).max(80),
  descriptor: z.string().max(60).optional(),
  address: z.string().max(120).optional(),
  phone: z.string().min(3).max(30),
  /** Required: without it, "call us today" is a dead end at night. */
  after_hours: z.string().min(3).max(30),
  /** Only where it differs from the locale's. */
  emergency_number: z.string().min(2).max(10).optional(),
  /** An icon id, or `none`. */
  logo: z.string().default('clinic-logo'),
  /** Id of a file in `locales/`. */
  locale: z.string(),
  paper: paperSchema.default('Letter'),
  /** Days without visits: a come-back date on one moves to the last open day before. */
  closed: z.array(weekdaySchema).default(['saturday', 'sunday']),
  holidays: z.array(calendarDateSchema).default([]),
  /** What happens once a text's review is overdue: a warning, and after so many days a refusal. */
  past_due: z.strictObject({ refuse_after_days: z.int().min(0).max(3650) }).optional(),
  printers: z
    .array(clinicPrinterSchema)
    .max(50)
    .refine(
      (all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length,
      'must have another name for each printer',
    )
    .default([]),
});
export type Clinic = z.infer<typeof clinicSchema>;

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

export const localeSchema = z.strictObject({
  /** BCP 47, for dates: en-US. */
  tag: z.string().refine(isLanguageTag, 'must be a language tag such as en-US'),
  emergency_number: z.string().min(2).max(10),
  /** Terms that texts name in braces, e.g. `acetaminophen: acetaminophen (Tylenol)`. */
  terms: z.record(z.string().regex(/^[a-z_]+$/), z.string().min(1)),
});
export type Locale = z.infer<typeof localeSchema>;
