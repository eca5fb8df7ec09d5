import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { isInForce } from './appointment.rules';
import { type RosterRepo } from './roster.repo';

/** Who does the work of an area or department. */
export class DutyService {
  constructor(
    private readonly rosters: Pick<RosterRepo, 'roster'>,
    private readonly clock: Clock,
  ) {}

  /** Ids of those who hold a post of this very area or department today, whoever is on leave among them; one GetItem. */
  async onDuty(code: string): Promise<readonly string[]> {
    const today = businessDate(this.clock.now());
    const { places } = await this.rosters.roster(code);
    return [...new Set(places.filter((place) => isInForce(place, today)).map(({ person }) => person))];
  }
}
