import { type Vault } from '../../data/vault';
import { Refusal, Refusals } from '../../shared/errors';
import { type Answers, refusalsOf } from './answer.rules';
import { type SheetFill, partsOf } from './fill.rules';
import { FORMATS, jsonSchemaOf } from './json-schema.rules';
import { type SheetVersion } from './sheet.rules';
import { ANSWER_PROBLEMS } from './sheet.words';

/** Answers: checked against the version that was filled in, sealed where they are numbers of persons, and opened. */
export class SheetAnswerService {
  constructor(private readonly vault: Vault) {}

  /**
   * Canonical answers, if they are ones to this version: by the rules, which say what is wrong with which, and by the JSON
   * Schema that clients are given.
   * @throws Refusals SHEET_ANSWER_MISSING, SHEET_ANSWER_NOT_ASKED, SHEET_ANSWER_INVALID, SHEET_FIELD_UNKNOWN, MASKED_VALUE,
   *   NUMBER_IN_TEXT, each at `answers.<field>`
   */
  async checked(
    sheet: SheetVersion,
    answers: Readonly<Record<string, unknown>>,
    today: string,
  ): Promise<Answers> {
    const refusals = refusalsOf(sheet.fields, answers, today);
    if (refusals.length > 0) throw new Refusals(refusals);
    const { misfits } = await import('./json-schema.lazy');
    const places = misfits(jsonSchemaOf(sheet), answers, FORMATS, today);
    if (places.length > 0) throw new Refusals(places.map((place) => misfit(sheet, place)));
    return answers as Answers;
  }

  /** Answers as they are kept in a fill: masked what is sealed. */
  async kept(
    id: string,
    { fields }: SheetVersion,
    answers: Answers,
  ): Promise<Pick<SheetFill, 'answers' | 'sealed'>> {
    const { shown, secrets } = partsOf(fields, answers);
    const sealed = Object.keys(secrets).length === 0 ? undefined : await this.vault.seal(id, secrets);
    return { answers: shown, sealed };
  }

  /** The whole answers of a fill, for a caller who needs them to write or whose own they are. */
  async opened({ id, answers, sealed }: Pick<SheetFill, 'id' | 'answers' | 'sealed'>): Promise<Answers> {
    return sealed === undefined ? answers : { ...answers, ...(await this.vault.open(id, sealed)) };
  }
}

/** The refusal for a place of the answers that the schema does not let pass. */
function misfit({ fields }: SheetVersion, place: string): Refusal {
  const field = fields.find(({ id }) => place === `#/${id}` || place.startsWith(`#/${id}/`));
  const problem = ANSWER_PROBLEMS[field?.type ?? 'TEXT'];
  return new Refusal('SHEET_ANSWER_INVALID', { problem }, ['answers', ...(field ? [field.id] : [])]);
}
