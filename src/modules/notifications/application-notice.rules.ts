import { ancestorAt } from '../../shared/area-code';
import { type ApplicationMove } from '../applications/application.machine';
import { type ApplicationStep, type ApplicationSummary } from '../applications/application.rules';
import { type ApplicationKind, type Notice } from './notification.rules';

/** Whom a step of an application concerns. */
type Concerned =
  /** The staff of the resident's community, who handle it, and those of the street, who decide an appeal. */
  | 'COMMUNITY'
  | 'STREET'
  /** Whoever keeps the resident's grid, where the result is to be brought. */
  | 'BRINGER'
  /** The resident, and whoever applied in their name. */
  | 'APPLICANT';

interface Telling {
  readonly kind: ApplicationKind;
  readonly to: Concerned;
}

const arrived: readonly Telling[] = [{ kind: 'APPLICATION_ARRIVED', to: 'COMMUNITY' }];
const asked: readonly Telling[] = [{ kind: 'APPLICATION_ASKED', to: 'APPLICANT' }];
const decided: readonly Telling[] = [{ kind: 'APPLICATION_DECIDED', to: 'APPLICANT' }];
const granted: readonly Telling[] = [...decided, { kind: 'APPLICATION_TO_BRING', to: 'BRINGER' }];

/** Who is notified of each step of an application, and of what. Whoever made the step is not. */
const TELLINGS: Readonly<Record<ApplicationStep['move'], readonly Telling[]>> = {
  OPEN: [],
  AMEND: [],
  SUBMIT: arrived,
  SUPPLY: arrived,
  ASK: asked,
  RETURN: asked,
  ACCEPT: [{ kind: 'APPLICATION_ACCEPTED', to: 'APPLICANT' }],
  APPROVE: granted,
  OVERTURN: granted,
  REFUSE: decided,
  UPHOLD: decided,
  APPEAL: [{ kind: 'APPLICATION_ARRIVED', to: 'STREET' }],
  WITHDRAW: [],
  HAND_OVER: [],
  BRING: [],
  RATE: [],
} satisfies Record<ApplicationMove | 'OPEN' | 'AMEND', readonly Telling[]>;

/** What of an application says whom its steps concern. */
export interface Applied extends Pick<ApplicationSummary, 'area' | 'delivery'> {
  readonly resident: string;
  /** Id of whoever applied. */
  readonly openedBy: string;
}

/** Who is to be notified of a step of an application. */
export function applicationNoticesOf(applied: Applied, { move }: Pick<ApplicationStep, 'move'>): Notice[] {
  const { area, delivery, resident, openedBy } = applied;
  const at = (level: 'COMMUNITY' | 'STREET' | 'GRID') => [ancestorAt(area, level) ?? area];
  return TELLINGS[move].flatMap(({ kind, to }): Notice[] => {
    if (to === 'APPLICANT') return [{ kind, duties: [], people: [...new Set([resident, openedBy])] }];
    if (to !== 'BRINGER') return [{ kind, duties: at(to), people: [] }];
    return delivery === 'BROUGHT' ? [{ kind, duties: at('GRID'), people: [] }] : [];
  });
}
