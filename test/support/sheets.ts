import { FLOATING_POPULATION } from '../../local/seed/floating-population';
import { type Actor } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { newId } from '../../src/shared/ids';
import { type DraftSheetInput, type FillSheetInput } from '../generated/operations';
import { home, identityNumber, livingIn, mobile } from './residents';
import { type World } from './world';

/** A draft of the registration of the floating population, for the world's district. */
export function draftOf(world: World, more: Partial<DraftSheetInput> = {}): DraftSheetInput {
  return {
    ...{ id: newId(), sheet: newId(), version: 1, area: world.district },
    ...{ ...FLOATING_POPULATION, fields: [...FLOATING_POPULATION.fields] },
    ...more,
  };
}

/** A draft that was written; returns the id of the sheet. */
export async function drafted(world: World, more: Partial<DraftSheetInput> = {}): Promise<string> {
  const input = draftOf(world, more);
  const reads = createCollectionReader(world.foundation.table);
  await world.services.sheets.draft(world.actor('DISTRICT_STAFF'), reads, input as never);
  return input.sheet;
}

/** A sheet that is out in the world's district; returns its id. */
export async function published(
  world: World,
  more: Partial<DraftSheetInput> = {},
  { until = '2026-12-31', areas = [world.district] } = {},
): Promise<string> {
  const sheet = await drafted(world, more);
  const reads = createCollectionReader(world.foundation.table);
  await world.services.sheets.publish(world.actor('DISTRICT_STAFF'), reads, {
    ...{ id: newId(), sheet, version: more.version ?? 1, expectedRevision: 1 },
    ...{ areas, from: '2026-05-01', until },
  });
  return sheet;
}

/** Answers of a tenant, all that is asked. */
export function answersOf(more: Record<string, unknown> = {}): Record<string, unknown> {
  const number = identityNumber('1992-04-05');
  return {
    ...{ name: '陈小雨', sex: Number(number[16]) % 2 === 0 ? 'FEMALE' : 'MALE', identityNumber: number },
    ...{ phone: mobile(), registeredAt: '四川省宜宾市叙州区', arrivedOn: '2024-02-26', housing: 'RENTED' },
    ...{ landlord: '郑国强', landlordPhone: mobile(), reason: 'WORK', employer: '示例物流有限公司' },
    ...{ insured: true, hasPermit: false, ...more },
  };
}

/** A sheet filled in about somebody. */
export function fillOf(sheet: string, resident: string, more: Partial<FillSheetInput> = {}): FillSheetInput {
  return { id: newId(), sheet, version: 1, resident, answers: answersOf(), ...more };
}

/** Somebody of whom nothing but the name is known, so that any answers fit; returns their id. */
export async function stranger(world: World, courtyard = world.courtyard): Promise<string> {
  const nothing = { identityNumber: undefined, phone: undefined };
  return livingIn(world, await home(world, courtyard), { name: '陈小雨', kind: 'FLOATING', ...nothing });
}

/** Something that was filled in by a worker; what it is and whom it is about. */
export async function filledIn(
  world: World,
  actor: Actor = world.actor('GRID_WORKER'),
  { sheet, resident }: { sheet?: string; resident?: string } = {},
): Promise<{ sheet: string; resident: string; fill: string }> {
  const known = { sheet: sheet ?? (await published(world)), resident: resident ?? (await stranger(world)) };
  const input = fillOf(known.sheet, known.resident);
  const reads = createCollectionReader(world.foundation.table);
  await world.services.sheetFills.fill(actor, reads, input as never);
  return { ...known, fill: input.id };
}
