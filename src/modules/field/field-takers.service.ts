import { type ItemKind } from '../intake/item.rules';
import { type Taken, type Taker } from '../intake/intake.service';
import { type Mediation } from '../mediation/mediation.type';
import { type HouseholdService } from '../residents/household.service';
import { type HouseholdFile } from '../residents/household.type';
import { type SheetFillReadingService } from '../sheets/fill-reading.service';
import { type SheetFillService } from '../sheets/fill.service';
import { type SheetFillFile } from '../sheets/fill.rules';
import { type VisitPlanService } from '../visits/visit-plan.service';
import { createPartTakers, type PartMade, type PartSources } from '../visits/visit-part-takers.service';
import { type Submitted, type VisitService } from '../visits/visit.service';
import { type PatrolRound } from '../logs/log.type';
import { type WorkPlan } from '../logs/work-plan.type';
import { type ApplicationSources, createApplicationTakers } from './application-takers.service';
import { type CaseSources, createCaseTakers } from './case-takers.service';
import { type FieldItemOf, type ItemInputs } from './field-batch.rules';
import { createLogTakers, type LogSources } from './log-takers.service';
import { createMediationTakers, type MediationSources } from './mediation-takers.service';
import { createPlaceTakers, type PlaceSources } from './place-takers.service';

/** What an item made or changed. */
export interface FieldMade extends PartMade, Partial<Submitted> {
  readonly household?: HouseholdFile;
  readonly plan?: WorkPlan;
  readonly round?: PatrolRound;
  readonly fill?: SheetFillFile;
  readonly mediation?: Mediation | undefined;
}

/** Who takes in items of one kind. */
export type FieldTaker<Kind extends ItemKind> = Taker<ItemInputs[Kind], FieldMade>;

/** Who takes in items of these kinds. */
export type FieldTakers<Kinds extends ItemKind = ItemKind> = { readonly [Kind in Kinds]: FieldTaker<Kind> };

/** Where items go. */
export interface FieldSources
  extends PartSources, ApplicationSources, CaseSources, LogSources, MediationSources, PlaceSources {
  readonly households: HouseholdService;
  readonly visits: VisitService;
  readonly visitPlans: VisitPlanService;
  readonly sheetFills: SheetFillService;
  readonly sheetReading: SheetFillReadingService;
}

/** Takers for everything that is made in the field: each hands it to the service that takes in such a thing at any door. */
export function createFieldTakers(sources: FieldSources): FieldTakers {
  return {
    ...createPartTakers(sources),
    ...createApplicationTakers(sources),
    ...createCaseTakers(sources),
    ...createLogTakers(sources),
    ...createMediationTakers(sources),
    ...createPlaceTakers(sources),
    ...doorTakers(sources),
    SHEET_FILL: sheetTaker(sources),
  };
}

/** Hands an item to the taker of its kind. */
export function takerOf<Kind extends ItemKind>(
  takers: FieldTakers,
  { kind }: Pick<FieldItemOf<Kind>, 'kind'>,
): FieldTaker<Kind> {
  return takers[kind];
}

function doorTakers({
  households,
  visits,
  visitPlans,
}: FieldSources): FieldTakers<'VISIT' | 'VISIT_TIER' | 'NEW_HOUSEHOLD'> {
  return {
    VISIT: {
      take: async ({ actor, reads, language }, input) =>
        ofVisit(await visits.submit(actor, reads, language, input)),
      meet: async ({ actor, reads }, { id }) => ofVisit({ visit: await visits.get(actor, reads, id) }),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['at', 'outcome', 'note'],
    },
    VISIT_TIER: {
      take: async ({ actor, reads }, input) => {
        const { plan } = await visitPlans.setTier(actor, reads, input);
        return {
          record: { type: 'HOUSEHOLD', id: input.household },
          area: plan.courtyard,
          made: { next: plan },
        };
      },
      meet: async ({ actor, reads }, { household }) =>
        ofHousehold(await households.get(actor, reads, household)),
      again: (input, { id }) => ({ ...input, id }),
    },
    NEW_HOUSEHOLD: {
      take: async ({ actor, reads }, input) =>
        ofHousehold((await households.register(actor, reads, input)).household),
      meet: async ({ actor, reads }, { id }) => ofHousehold(await households.get(actor, reads, id)),
      again: (input, { id }) => ({ ...input, id }),
      fields: ['courtyard', 'door', 'kind'],
    },
  };
}

/** A sheet that was filled in meets the record it is about; a correction meets what was filled in. */
function sheetTaker({
  residents,
  households,
  sheetFills,
  sheetReading,
}: FieldSources): FieldTaker<'SHEET_FILL'> {
  return {
    take: async ({ actor, reads }, input, { after }) =>
      ofFill((await sheetFills.fill(actor, reads, input, after)).fill),
    meet: async ({ actor, reads }, { corrects, resident, household }) => {
      if (corrects != null) return ofFill(await sheetReading.get(actor, reads, corrects));
      if (household != null) return ofHousehold(await households.get(actor, reads, household));
      const found = await residents.get(actor, reads, resident ?? '');
      const { id, version, residences } = found;
      const area = residences[0]?.courtyard;
      return { record: { type: 'RESIDENT', id }, version, area, made: { resident: found } };
    },
    again: (input, { id, version }) =>
      input.corrects == null
        ? { ...input, id, expectedVersion: version }
        : { ...input, id, basedOn: version },
  };
}

function ofVisit(submitted: Partial<Submitted> & Pick<Submitted, 'visit'>): Taken<FieldMade> {
  const { visit, parts = [] } = submitted;
  const record = { type: 'VISIT', id: visit.id } as const;
  const isUnfinished = parts.some(({ status }) => status === 'TRY_AGAIN');
  return { record, area: visit.courtyard, made: submitted, shown: visit, isUnfinished };
}

function ofHousehold(household: HouseholdFile): Taken<FieldMade> {
  const { id, version, courtyard } = household;
  return {
    record: { type: 'HOUSEHOLD', id },
    version,
    area: courtyard,
    made: { household },
    shown: household,
  };
}

function ofFill(fill: SheetFillFile): Taken<FieldMade> {
  const { id, revision, area } = fill;
  return { record: { type: 'SHEET_FILL', id }, version: revision, area, made: { fill } };
}
