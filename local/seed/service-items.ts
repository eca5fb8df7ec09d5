import { type PublishServiceItemInput } from '../../src/modules/services/service-item.input';
import { FLOATING_POPULATION } from './floating-population';
import { seedId } from './ids';
import { type SeedService, SERVICES } from './service-texts';

const DISTRICT = '510108';

/** Where one goes in the demonstration district: invented. */
const PLACES: PublishServiceItemInput['places'] = [
  { name: '社区便民服务站', hours: '工作日 9:00—12:00、13:30—17:30' },
  { name: '街道便民服务中心', address: '跳蹬河街道', hours: '工作日 9:00—12:00、13:30—17:30' },
];

/** The services of the demonstration district: real ones with their laws; limits and places are invented. */
export function serviceItems(): readonly PublishServiceItemInput[] {
  return SERVICES.map(inputOf);
}

function inputOf(service: SeedService, index: number): PublishServiceItemInput {
  const { code, name, aliases, kind, who, needs, mayNeed = [], asks = [], steps, laws } = service;
  return {
    ...{ id: seedId('SERVICE', index + 1), service: `${DISTRICT}-${code}`, expectedVersion: 0 },
    ...{ from: '2026-01-01', name, aliases: [...aliases], kind, whoMayApply: who, fees: '不收费' },
    channels:
      service.isInPersonOnly === true ? ['COUNTER', 'GRID_WORKER'] : ['ONLINE', 'COUNTER', 'GRID_WORKER'],
    places: PLACES,
    materials: [...needs, ...mayNeed].map(([material, label, issuer, note]) => ({
      ...{ code: material, name: label, issuer, note },
      isRequired: needs.some(([each]) => each === material),
    })),
    questions: asks.map(([question, label], at) => ({ code: question, label, isRequired: at === 0 })),
    fromRegistry: ['NAME', 'SEX', 'BIRTH_DATE', 'IDENTITY_NUMBER', 'PHONE', 'RESIDENCE'],
    steps: steps.map(([step, by, workingDays, department]) => ({
      ...{ name: step, by, workingDays },
      ...(department !== undefined && { department: `${DISTRICT}-${department}` }),
    })),
    legalBasis: [...laws],
    forms: formsOf(service),
  };
}

/** Its form: a sheet that is filled in here, or one on paper. */
function formsOf({ name, kind, sheet }: SeedService): PublishServiceItemInput['forms'] {
  if (sheet !== undefined) return [{ name: FLOATING_POPULATION.title.zh, sheet: seedId('SHEET', sheet) }];
  return kind === 'HOUSING' || kind === 'ASSISTANCE' ? [{ name: `${name}申请表` }] : [];
}
