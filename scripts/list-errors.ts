import { FORM_ERRORS } from '../src/api/format-error';
import { TECHNICAL_ERRORS, TOKEN_VOID } from '../src/shared/messages';
import { USER_ERRORS } from '../src/shared/messages/refusals';

type Texts = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;

/** The page about every code that a client can meet, made from the messages. */
export function listErrors(): string {
  return [
    '# What a client can be told',
    '',
    'Made from `src/shared/messages/` by `npm run docs`; a test fails when this page is stale. Codes never change; sentences',
    'come in Chinese or English by `Accept-Language`. A name in braces is filled in.',
    '',
    '## Refusals, for people to read',
    '',
    'In `userErrors { code message path }` of a mutation. Nothing was changed.',
    '',
    ...table(USER_ERRORS),
    '',
    '## Technical errors, for the program',
    '',
    'In `errors[].extensions.code`. `TRY_AGAIN` and an answer that never came are the two to repeat, with the same id.',
    '',
    ...table(TECHNICAL_ERRORS),
    '',
    'By a token from before an appointment ended, `UNAUTHENTICATED` says instead: ' +
      `“${TOKEN_VOID.en}” (${TOKEN_VOID.zh})`,
    '',
    'Of the form of a request, in the words of graphql-js and Apollo Server: ' +
      `${[...FORM_ERRORS]
        .filter((code) => !Object.hasOwn(TECHNICAL_ERRORS, code))
        .map((code) => `\`${code}\``)
        .join(', ')}.`,
    '',
  ].join('\n');
}

function table(texts: Texts): string[] {
  const rows = Object.entries(texts).map(([code, { en, zh }]) => `| \`${code}\` | ${en} | ${zh} |`);
  return ['| code | English | 中文 |', '| --- | --- | --- |', ...rows];
}
