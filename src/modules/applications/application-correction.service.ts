import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type CorrectionService } from '../privacy/correction.service';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { correctedFields, proposalIn } from './application-correction.rules';
import { type ApplicationCorrection } from './application-correction.type';
import { type ApplicationCorrectionInput } from './application.input';
import { type ApplicationTerms } from './application.rules';
import { type SeenApplication } from './application.type';

/** Who says a correction, and in which request. */
interface Saying {
  readonly application: string;
  readonly terms: ApplicationTerms;
  readonly id: string;
  readonly mark: string;
  readonly by: string;
}

/** What applicants correct of what the register filled in: it goes to the register as a proposed change. */
export class ApplicationCorrectionService {
  constructor(
    private readonly residents: Pick<ResidentService, 'current'>,
    private readonly corrections: Pick<CorrectionService, 'proposing' | 'ofApplication'>,
  ) {}

  /**
   * The write that proposes it, to go with that of the application; nothing where the register says so already.
   * @throws Refusal CORRECTION_NOT_FILLED_IN, and those of `CorrectionService.proposing`, each at its place in the input
   */
  async proposing(
    reads: CollectionReader,
    of: Resident,
    input: ApplicationCorrectionInput | null | undefined,
    { application, terms, id, mark, by }: Saying,
  ): Promise<readonly PreparedPut[]> {
    if (input == null) return [];
    const proposal = proposalIn(terms, input);
    const told = { id, mark, reason: input.reason, proposal, application, by };
    try {
      return await this.corrections.proposing(reads, of, told);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.code, error.values, ['corrections', ...error.path]);
    }
  }

  /** The same for the resident of an application, strongly consistent; one Query where there is something to propose. */
  async proposingFor(
    reads: CollectionReader,
    resident: string,
    input: ApplicationCorrectionInput | null | undefined,
    saying: Saying,
  ): Promise<readonly PreparedPut[]> {
    if (input == null) return [];
    const of = await this.residents.current(reads, resident, { consistent: true });
    if (of === undefined) throw new TechnicalError('NOT_FOUND');
    return this.proposing(reads, of, input, saying);
  }

  /** How what was corrected in an application stands, without what it says; shares the Query of the applicant. */
  async of(reads: CollectionReader, application: SeenApplication): Promise<ApplicationCorrection[]> {
    if (application.isErrand) return [];
    const of = await this.residents.current(reads, application.resident);
    if (of === undefined) return [];
    const all = await this.corrections.ofApplication(reads, of, application.id);
    return all.map(({ id, fields, state, submittedAt, deadline, decision }) => ({
      ...{ id, fields: correctedFields(fields), state, submittedAt, deadline },
      verdict: decision && { at: new Date(decision.at), reason: decision.reason, by: decision.by.name },
    }));
  }
}
