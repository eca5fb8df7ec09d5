import { type Language } from './language';
import { TECHNICAL_ERRORS, TOKEN_VOID } from './messages/technical.words';
import { type USER_ERRORS } from './messages/refusals';
import { type Text } from './messages/text';

export { TECHNICAL_ERRORS, TOKEN_VOID };

export type UserErrorCode = keyof typeof USER_ERRORS;
export type TechnicalErrorCode = keyof typeof TECHNICAL_ERRORS;
/** A value put into a message: the same in both languages, or a text of its own in each. */
export type MessageValue = string | number | Text;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** The sentence for a text in a language, its `{names}` filled in. */
export function sentence(text: Text, language: Language, values: MessageValues = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
