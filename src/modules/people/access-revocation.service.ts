import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type StandingService } from '../../auth/standing.service';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { mayFill } from './appointment-change.service';
import { type RevokeAccessInput } from './appointment.input';
import { type AppointmentRepo } from './appointment.repo';
import { assertPerson, assertReason } from './appointment-form.rules';
import { type AccessRevocation } from './appointment.type';

/** Voiding a person's tokens without ending an appointment, for instance because a phone was lost. */
export class AccessRevocationService {
  constructor(
    private readonly repo: AppointmentRepo,
    private readonly standings: StandingService,
    private readonly clock: Clock,
  ) {}

  /**
   * Voids every token that a person has, and records who did it and why. The same id with the same content gives the same
   * answer again.
   * @throws Refusal ID_INVALID, PERSON_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NOT_FOUND, MAY_NOT_APPOINT, CONFLICT
   */
  async revoke(
    actor: Actor,
    reads: CollectionReader,
    input: RevokeAccessInput,
  ): Promise<{ revocation: AccessRevocation }> {
    const { id, person, reason } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    assertPerson(person);
    assertReason(reason);
    const all = await this.repo.ofPerson(reads, person, true);
    const seen = all.filter(({ area }) => grantFor(actor, 'staff:read', { area }) !== undefined);
    if (seen.length === 0) throw new Refusal('NOT_FOUND', {}, ['person']);
    if (!seen.some((each) => each.end === undefined && mayFill(actor, each)))
      throw new Refusal('MAY_NOT_APPOINT', {}, ['person']);
    const revocation = await this.standings.revoke(
      {
        ...{ id, person, reason: reason.trim(), at: this.clock.now() },
        by: { id: actor.id, name: actor.name },
        mark: fingerprint([actor.id, input]),
      },
      actor.standing,
    );
    return { revocation };
  }
}
