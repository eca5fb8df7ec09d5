import { deserialize, serialize } from 'node:v8';
import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type ResidentService } from '../residents/resident.service';
import { type ConflictRepo } from './conflict.repo';
import { communityOf, type Conflict, type ConflictState, type ConflictSummary } from './conflict.rules';

/** What is to be kept of an item that met somebody else's change. */
export type Collision = Pick<Conflict, 'id' | 'kind' | 'record' | 'area' | 'what'> & {
  readonly sent: object;
};

/** Conflicts (冲突): what was sent is kept beside what stands, until a person decides. */
export class ConflictService {
  constructor(
    private readonly repo: ConflictRepo,
    private readonly vault: Vault,
    private readonly residents: Pick<ResidentService, 'markOf'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what was sent. The same again gives the conflict as it stands now: it may have been decided meanwhile.
   * @throws Refusal CONFLICT when the id is kept for something else already
   */
  async keep(actor: Actor, reads: CollectionReader, { sent, ...collision }: Collision): Promise<Conflict> {
    const { id, name } = actor;
    const [mark, sealed] = await Promise.all([
      this.residents.markOf(actor, sent),
      this.vault.seal(collision.id, { sent: serialize(sent).toString('base64') }),
    ]);
    const conflict: Conflict = {
      ...{ ...collision, by: { id, name }, keptAt: this.clock.now(), state: 'OPEN', sealed, mark },
    };
    // Nobody is told that keeping a conflict was a write of theirs: nothing of what they sent was taken in.
    const { standing: told } = actor;
    const gate = told && {
      confirmed: () => told.confirmed(),
      takesOver: async (writes: readonly object[]) => (await told.takesOver?.(writes)) === true,
    };
    const result = await this.repo.keep(reads, conflict, gate);
    if (result.done) return conflict;
    const standing = this.repo.fromItem(result.found[0]);
    if (standing?.mark !== mark) throw new Refusal('CONFLICT', { what: collision.id }, ['id']);
    return standing;
  }

  /** What the actor has to decide; or what nobody has decided yet in a community they look after. NOT_FOUND for others. */
  async open(actor: Actor, area: string | undefined, args: PageArgs): Promise<Page<ConflictSummary>> {
    if (area === undefined) return this.repo.open({ person: actor.id }, pageOf(args));
    const community = communityOf({ area });
    if (community !== area) throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 12' });
    if (grantFor(actor, 'conflict:decide', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    return this.repo.open({ community }, pageOf(args));
  }

  /** The conflict with this id, of the actor's own or in a community they look after; NOT_FOUND for all others. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<Conflict> {
    const found = isId(id) ? await this.repo.find(reads, id) : undefined;
    const isOwn = found?.by.id === actor.id;
    const area = found && communityOf(found);
    if (found === undefined || !(isOwn || grantFor(actor, 'conflict:decide', { area }) !== undefined))
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** What was sent, in the open, for a caller who may see the conflict. */
  async sentOf({ id, sealed }: Conflict): Promise<object> {
    const { sent = '' } = await this.vault.open(id, sealed);
    return deserialize(Buffer.from(sent, 'base64')) as object;
  }

  /**
   * Notes what was decided. Somebody else may have decided otherwise meanwhile: what is first on record stands.
   * @throws Refusal CONFLICT_SETTLED
   */
  async settle(
    actor: Actor,
    reads: CollectionReader,
    conflict: Conflict,
    { id, choice }: { readonly id: string; readonly choice: Exclude<ConflictState, 'OPEN'> },
  ): Promise<Conflict> {
    const settled = { id, by: { id: actor.id, name: actor.name }, at: this.clock.now() };
    const decided = { ...conflict, state: choice, settled };
    const result = await this.repo.settle(reads, decided, actor.standing);
    const standing = result.done ? decided : this.repo.fromItem(result.found[0]);
    assertSettledBy(standing, id);
    return standing;
  }
}

/** Throws unless a conflict was settled by this request. @throws Refusal CONFLICT_SETTLED */
export function assertSettledBy(
  conflict: Conflict | undefined,
  request: string,
): asserts conflict is Conflict {
  if (conflict?.settled?.id === request) return;
  throw new Refusal('CONFLICT_SETTLED', { who: conflict?.settled?.by.name ?? '' }, ['conflict']);
}
