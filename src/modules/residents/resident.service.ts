import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type Target } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { MOST_FOUND, type ResidentRepo } from './resident.repo';
import { type Numbers } from './resident.rules';
import { type FoundResident, type Resident } from './resident.type';

/** How numbers are stored: sealed, and to be found by their blind indexes. */
export type StoredNumbers = Pick<Resident, 'sealed' | 'identityIndex' | 'phoneIndex'>;

/** Residents: the page of one, and their numbers, which nobody reads by the way. */
export class ResidentService {
  constructor(
    private readonly repo: ResidentRepo,
    private readonly vault: Vault,
  ) {}

  /** The resident with this id; NOT_FOUND when there is none or they live outside the actor's area. */
  async get(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<Resident> {
    const found = isId(id) ? await this.repo.find(reads, id, { consistent }) : undefined;
    if (found === undefined || grantFor(actor, 'resident:read', targetOf(found)) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** Those of these residents that the actor may see. */
  async many(actor: Actor, ids: readonly string[]): Promise<Resident[]> {
    const found = await this.repo.many(ids);
    return found.filter((resident) => grantFor(actor, 'resident:read', targetOf(resident)));
  }

  /** What those of these residents who are on file are called, by id, for a caller who has been authorised; one BatchGetItem. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = ids.length === 0 ? [] : await this.repo.many(ids);
    return new Map(found.filter(({ name }) => name !== '').map(({ id, name }) => [id, name]));
  }

  /** The resident with this id, for a caller who has been authorised; undefined when there is none. */
  async lookUp(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<Resident | undefined> {
    return this.repo.find(reads, id, { consistent });
  }

  /**
   * The record that goes on for the resident with this id: their own, or the one that it was merged into; for a caller
   * who has been authorised. One Query, and one more for each merge.
   */
  async current(
    reads: CollectionReader,
    id: string,
    options: { consistent?: boolean } = {},
  ): Promise<Resident | undefined> {
    const found = await this.lookUp(reads, id, options);
    return found?.mergedInto === undefined ? found : this.current(reads, found.mergedInto, options);
  }

  /** Everybody on file with this number in canonical form, for a caller who has been authorised; one Query. */
  async withNumber({ identityNumber, phone }: Numbers): Promise<FoundResident[]> {
    if (identityNumber !== undefined)
      return this.repo.byIdentity(await this.vault.indexOf('IDENTITY', identityNumber));
    return phone === undefined ? [] : this.repo.byPhone(await this.vault.indexOf('PHONE', phone));
  }

  /**
   * Ids of whoever else has a resident's identity number; one Query. TRY_AGAIN where the index does not show the resident
   * yet: it would not show others either.
   */
  async sameNumber({ id, identityIndex }: Pick<Resident, 'id' | 'identityIndex'>): Promise<string[]> {
    if (identityIndex === undefined) return [];
    const found = (await this.repo.byIdentity(identityIndex)).map((each) => each.id);
    if (!found.includes(id) && found.length < MOST_FOUND) throw new TechnicalError('TRY_AGAIN');
    return found.filter((each) => each !== id);
  }

  /**
   * The mark of a request that may carry numbers: a keyed fingerprint, because from a plain one and the rest of the record
   * a number could be guessed.
   */
  async markOf(actor: Actor, request: unknown): Promise<string> {
    return this.vault.indexOf('REQUEST', fingerprint([actor.id, request]));
  }

  /** Numbers as they are stored for a resident. */
  async store(id: string, numbers: Numbers): Promise<StoredNumbers> {
    const { identityNumber, phone } = numbers;
    const secrets = Object.fromEntries(
      Object.entries({ identityNumber, phone }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    if (Object.keys(secrets).length === 0) return {};
    const [sealed, identityIndex, phoneIndex] = await Promise.all([
      this.vault.seal(id, secrets),
      identityNumber && this.vault.indexOf('IDENTITY', identityNumber),
      phone && this.vault.indexOf('PHONE', phone),
    ]);
    return { sealed, identityIndex, phoneIndex };
  }

  /** A resident's numbers in the open, for a caller whose right and purpose have been recorded. */
  async open({ id, sealed }: Pick<Resident, 'id' | 'sealed'>): Promise<Numbers> {
    return sealed === undefined ? {} : this.vault.open(id, sealed);
  }
}

/** What the permissions must know of a resident: the area they live in, or lived in last. */
function targetOf({ id, residences }: Resident): Target {
  return { residentId: id, area: residences[0]?.courtyard };
}
