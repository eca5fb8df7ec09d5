import { newId } from '../../../src/shared/ids';
import { type World } from '../world';

/** Gives the world's courtyard so many households. */
export const doors = async ({ services, courtyard }: World, count: number) => {
  const households = Array.from({ length: count }, (_none, index) => ({
    ...{ id: newId(), courtyard, door: `1-${String(index)}`, address: '一号院', memberCount: 3 },
  }));
  await services.households.importHouseholds(households);
  return {};
};
