/** What a rule says of the piece it was given, before it has a place. */

export interface Finding {
  readonly code: string;
  /** One sentence; never the text of a page. */
  readonly message: string;
  readonly hint: string;
}
