import { ancestorAt } from '../../shared/area-code';
import { type ApplicationMove } from '../applications/application.machine';
import { officeOfStep, stepBegunBy } from '../applications/application-step.rules';
import {
  type ApplicationRecord,
  type ApplicationStep,
  type ApplicationSummary,
} from '../applications/application.rules';
import { type ApplicationKind, type Notice } from './notification.rules';

/** Whom a step of an application concerns. */
type Concerned =
  /** The staff of the resident's community, who handle it, and those of the street, who decide an appeal. */
  | 'COMMUNITY'
  | 'STREET'
  /** The staff of the step of the service that begins with it, where that is another office’s than of whoever made it. */
  | 'NEXT_OFFICE'
  /** Whoever keeps the resident's grid, where the result is to be brought. */
  | 'BRINGER'
  /** The resident, and whoever applied in their name. */
  | 'APPLICANT';

interface Telling {
  readonly kind: ApplicationKind;
  readonly to: Concerned;
}

const arrived: readonly Telling[] = [{ kind: 'APPLICATION_ARRIVED', to: 'COMMUNITY' }];
const passedOn: Telling = { kind: 'APPLICATION_ARRIVED', to: 'NEXT_OFFICE' };
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
  ACCEPT: [{ kind: 'APPLICATION_ACCEPTED', to: 'APPLICANT' }, passedOn],
  FINISH_STEP: [passedOn],
  APPROVE: granted,
  OVERTURN: granted,
  REFUSE: decided,
  UPHOLD: decided,
  APPEAL: [{ kind: 'APPLICATION_ARRIVED', to: 'STREET' }],
  WITHDRAW: [],
  REPLACE_RESULT: [],
  HAND_OVER: [],
  BRING: [],
  RATE: [],
} satisfies Record<ApplicationMove | 'OPEN' | 'AMEND', readonly Telling[]>;

/** What of an application says whom its steps concern. */
export interface Applied
  extends Pick<ApplicationSummary, 'area' | 'delivery'>, Pick<ApplicationRecord, 'terms' | 'steps'> {
  readonly resident: string;
  /** Id of whoever applied. */
  readonly openedBy: string;
}

/** Who is to be notified of a step of an application. */
export function applicationNoticesOf(applied: Applied, step: ApplicationStep): Notice[] {
  const { area, delivery, resident, openedBy } = applied;
  const at = (level: 'COMMUNITY' | 'STREET' | 'GRID') => [ancestorAt(area, level) ?? area];
  return TELLINGS[step.move].flatMap(({ kind, to }): Notice[] => {
    switch (to) {
      case 'APPLICANT':
        return [{ kind, duties: [], people: [...new Set([resident, openedBy])] }];
      case 'BRINGER':
        return delivery === 'BROUGHT' ? [{ kind, duties: at('GRID'), people: [] }] : [];
      case 'NEXT_OFFICE': {
        const next = nextOfficeOf(applied, step);
        return next === undefined ? [] : [{ kind, duties: at(next), people: [] }];
      }
      default:
        return [{ kind, duties: at(to), people: [] }];
    }
  });
}

/** The office that has it from this step of its history on; undefined where that is the one which made it. */
function nextOfficeOf(applied: Applied, step: ApplicationStep): 'COMMUNITY' | 'STREET' | undefined {
  const begun = stepBegunBy(applied, step);
  const office = begun && officeOfStep(begun);
  return step.by.role === `${office ?? ''}_STAFF` ? undefined : office;
}
