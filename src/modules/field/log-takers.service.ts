import { type Taken } from '../intake/intake.service';
import { type PatrolRound } from '../logs/log.type';
import { type LogEntryService } from '../logs/log-entry.service';
import { type PatrolRoundService } from '../logs/patrol-round.service';
import { type WorkPlanService } from '../logs/work-plan.service';
import { type WorkPlan } from '../logs/work-plan.type';
import { ofEntry } from '../visits/visit-part-takers.service';
import { type FieldMade, type FieldTakers } from './field-takers.service';

/** Where what is written in work logs goes. */
export interface LogSources {
  readonly notes: LogEntryService;
  readonly workPlans: WorkPlanService;
  readonly patrolRounds: PatrolRoundService;
}

/** The kinds of items that are about a work log. */
type LogKinds = 'NOTE_CHANGE' | 'PLAN' | 'PLAN_SETTLEMENT' | 'ROUND_START' | 'ROUND_END';

/** Takers for what is written in work logs. */
export function createLogTakers({ notes, workPlans, patrolRounds }: LogSources): FieldTakers<LogKinds> {
  return {
    NOTE_CHANGE: {
      take: async ({ actor, reads }, input, { after }) =>
        ofEntry((await notes.change(actor, reads, input, after)).entry),
      meet: async ({ actor, reads }, { entry }) => ofEntry(await notes.get(actor, reads, entry)),
      again: (input, { id, version }) => ({ ...input, id, expectedVersion: version }),
      fields: ['kind', 'text'],
    },
    PLAN: {
      take: async ({ actor, reads }, input) => ofPlan((await workPlans.plan(actor, reads, input)).plan),
      meet: async ({ actor, reads }, { id }) => ofPlan(await workPlans.own(actor, reads, id)),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['day', 'text'],
    },
    PLAN_SETTLEMENT: {
      take: async ({ actor, reads }, input) => ofPlan((await workPlans.settle(actor, reads, input)).plan),
      meet: async ({ actor, reads }, { plan }) => ofPlan(await workPlans.own(actor, reads, plan)),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['day'],
    },
    ROUND_START: {
      take: async ({ actor, reads }, input) => ofRound((await patrolRounds.start(actor, reads, input)).round),
      meet: async ({ actor, reads }, { id }) => ofRound(await patrolRounds.own(actor, reads, id)),
      again: (input, { id }) => ({ ...input, id }),
    },
    ROUND_END: {
      take: async ({ actor, reads }, input) => ofRound((await patrolRounds.end(actor, reads, input)).round),
      meet: async ({ actor, reads }, { round }) => ofRound(await patrolRounds.own(actor, reads, round)),
      again: (input) => input,
    },
  };
}

function ofPlan(plan: WorkPlan): Taken<FieldMade> {
  const { id, version, area } = plan;
  return { record: { type: 'WORK_PLAN', id }, version, area, made: { plan }, shown: plan };
}

function ofRound(round: PatrolRound): Taken<FieldMade> {
  return { record: { type: 'PATROL_ROUND', id: round.id }, made: { round } };
}
