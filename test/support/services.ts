import { createCollectionReader } from '../../src/data/collection-reader';
import { businessDate } from '../../src/shared/business-date';
import { newId } from '../../src/shared/ids';
import { type PublishServiceItemInput } from '../generated/operations';
import { type World } from './world';

/** A service as staff of a world's district would publish it first: birth registration, formerly 准生证. */
export function serviceInput(world: World, more: Partial<PublishServiceItemInput> = {}) {
  return {
    ...{ id: newId(), service: `${world.district}-BIRTH_REGISTRATION`, expectedVersion: 0 },
    ...{ from: businessDate(world.clock.now()), name: '生育登记', aliases: ['准生证'], kind: 'BIRTH' },
    channels: ['ONLINE', 'COUNTER', 'GRID_WORKER'],
    whoMayApply: '夫妻一方户籍或居住地在本区。',
    places: [{ name: '社区便民服务站' }],
    materials: [
      { code: 'MARRIAGE', name: '结婚证', isRequired: true, issuer: '民政部门' },
      { code: 'HOUSEHOLD_BOOK', name: '户口簿', isRequired: true },
      { code: 'PHOTO', name: '近期照片', isRequired: false },
    ],
    questions: [
      { code: 'SPOUSE', label: '配偶姓名', isRequired: true },
      { code: 'DUE_DATE', label: '预产期', isRequired: false },
    ],
    fromRegistry: ['NAME', 'BIRTH_DATE', 'RESIDENCE'],
    steps: [
      { name: '受理', by: 'COMMUNITY', workingDays: 2 },
      { name: '办结', by: 'STREET', workingDays: 5 },
    ],
    ...{ fees: '不收费', legalBasis: ['中华人民共和国人口与计划生育法'], forms: [] },
    ...more,
  } satisfies PublishServiceItemInput;
}

/** Publishes a service in a world; its id. */
export async function publish(world: World, more: Partial<PublishServiceItemInput> = {}): Promise<string> {
  const input = serviceInput(world, more);
  const reads = createCollectionReader(world.foundation.table);
  await world.services.serviceItems.publish(world.actor('DISTRICT_STAFF'), reads, input);
  return input.service;
}
