import { ancestorAt } from '../../shared/area-code';
import { type ApplicationMove } from '../applications/application.machine';
import { deciderOf, officeOfStep, stepBegunBy } from '../applications/application-step.rules';
import {
  type ApplicationRecord,
  type ApplicationStep,
  type ApplicationSummary,
} from '../applications/application.rules';
import { type ServiceStep } from '../services/service-item.rules';
import { type ApplicationKind, type Notice } from './notification.rules';

/** Whom a step of an application concerns. */
type Concerned =
  /** The staff of the resident's community, who handle it. */
  | 'COMMUNITY'
  /** Who decides an appeal: the department that decided, else the street. */
  | 'APPEALED_TO'
  /** Who asked for more: the department whose step it stands at, else the community. */
  | 'ASKER'
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

const arrivedAt = (to: Concerned): readonly Telling[] => [{ kind: 'APPLICATION_ARRIVED', to }];
const passedOn: Telling = { kind: 'APPLICATION_ARRIVED', to: 'NEXT_OFFICE' };
const asked: readonly Telling[] = [{ kind: 'APPLICATION_ASKED', to: 'APPLICANT' }];
const decided: readonly Telling[] = [{ kind: 'APPLICATION_DECIDED', to: 'APPLICANT' }];
const granted: readonly Telling[] = [...decided, { kind: 'APPLICATION_TO_BRING', to: 'BRINGER' }];

/** Who is notified of each step of an application, and of what. Whoever made the step is not. */
const TELLINGS: Readonly<Record<ApplicationStep['move'], readonly Telling[]>> = {
  OPEN: [],
  AMEND: [],
  SUBMIT: arrivedAt('COMMUNITY'),
  SUPPLY: arrivedAt('ASKER'),
  ASK: asked,
  RETURN: asked,
  ACCEPT: [{ kind: 'APPLICATION_ACCEPTED', to: 'APPLICANT' }, passedOn],
  FINISH_STEP: [passedOn],
  APPROVE: granted,
  OVERTURN: granted,
  REFUSE: decided,
  UPHOLD: decided,
  APPEAL: arrivedAt('APPEALED_TO'),
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
  const at = (level: 'COMMUNITY' | 'STREET' | 'GRID') => ancestorAt(area, level) ?? area;
  const told = (kind: ApplicationKind, duty: string | undefined): Notice[] =>
    duty === undefined ? [] : [{ kind, duties: [duty], people: [] }];
  return TELLINGS[step.move].flatMap(({ kind, to }): Notice[] => {
    switch (to) {
      case 'APPLICANT':
        return [{ kind, duties: [], people: [...new Set([resident, openedBy])] }];
      case 'BRINGER':
        return delivery === 'BROUGHT' ? told(kind, at('GRID')) : [];
      case 'NEXT_OFFICE':
        return told(kind, nextDutyOf(applied, step, at));
      case 'ASKER':
        return told(kind, stepAt(applied, step)?.department?.code ?? at('COMMUNITY'));
      case 'APPEALED_TO':
        return told(kind, deciderOf(applied.terms)?.code ?? at('STREET'));
      case 'COMMUNITY':
        return told(kind, at('COMMUNITY'));
    }
  });
}

/** Who has it from this step of its history on; undefined where that is the office which made it. */
function nextDutyOf(
  applied: Applied,
  step: ApplicationStep,
  at: (level: 'COMMUNITY' | 'STREET') => string,
): string | undefined {
  const begun = stepBegunBy(applied, step);
  if (begun?.department != null) return begun.department.code;
  const office = begun && officeOfStep(begun);
  return office === undefined || step.by.role === `${office}_STAFF` ? undefined : at(office);
}

/** The step of the service that it stood at when this was done. */
function stepAt(applied: Applied, { id }: ApplicationStep): ServiceStep | undefined {
  const before = applied.steps.slice(
    0,
    applied.steps.findIndex((each) => each.id === id),
  );
  const begins = before.flatMap((each) => stepBegunBy(applied, each) ?? []);
  return begins.at(-1);
}
