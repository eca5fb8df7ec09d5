import { type Language } from '../language';

/** A sentence in both languages; names in braces are filled in. */
export type Text = Readonly<Record<Language, string>>;
