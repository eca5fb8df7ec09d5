import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Refusal, Refusals } from './errors';
import { enumOf } from './graphql-enum';
import { type Language } from './language';
import { type MessageValues, sentence, type UserErrorCode } from './messages';
import { USER_ERRORS } from './messages/refusals';

export const UserErrorCodeEnum = enumOf(Object.keys(USER_ERRORS) as UserErrorCode[]);
registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'Why a mutation was refused (拒绝原因). Codes never change; messages may.',
  valuesConfig: Object.fromEntries(
    Object.entries(USER_ERRORS).map(([code, text]) => [code, { description: `${text.en} (${text.zh})` }]),
  ),
});

@ObjectType('UserError', {
  simpleResolvers: true,
  description: 'A refusal that the client shows to its user (业务提示). Nothing was changed.',
})
export class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'Code (代码), for the program.' })
  readonly code: UserErrorCode;

  @Field(() => [String], { description: 'Where in the input (输入位置), for instance ["place", "area"].' })
  readonly path: readonly string[];

  readonly #values: MessageValues;
  readonly #language: Language;

  constructor({ code, values, path }: Refusal, language: Language) {
    this.code = code;
    this.path = path;
    this.#values = values;
    this.#language = language;
  }

  @Field(() => String, {
    description: 'Sentence (提示语) in the language of `Accept-Language`, for the person.',
  })
  async message(): Promise<string> {
    const { USER_ERRORS: texts } = await import('./messages/refusals.lazy');
    return sentence(texts[this.code], this.#language, this.#values);
  }
}

/** A refusal, or several at once, as a payload tells it. */
export function userErrorsOf(refusal: Refusal, language: Language): UserError[] {
  const all = refusal instanceof Refusals ? refusal.all : [refusal];
  return all.map((each) => new UserError(each, language));
}

/** Runs a use case and turns a refusal, or several, into the payload's `userErrors`; any other error passes on. */
export async function asPayload<Result extends object>(
  language: Language,
  useCase: () => Promise<Result>,
): Promise<Partial<Result> & { userErrors: UserError[] }> {
  try {
    return { ...(await useCase()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const failure = { userErrors: userErrorsOf(error, language) };
    return failure as unknown as Partial<Result> & { userErrors: UserError[] };
  }
}
