import * as operations from '../../generated/operations';
import { publish, serviceInput } from '../services';
import { type Budget } from './budget';

/** A code for a number: `A` to `J` for each digit. */
const code = (number: number) =>
  String(number)
    .padStart(3, '0')
    .replace(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)));

/** One-stop services. */
export const SERVICES_BUDGETS: Readonly<Record<string, Budget>> = {
  FindService: {
    ...{ trips: 1, reads: 5, as: 'RESIDENT', document: operations.FindServiceDocument },
    arrange: async (world) => {
      for (let made = 0; made < 100; made += 1)
        await publish(world, { service: `${world.district}-SERVICE_${code(made)}` });
      return { first: 100 };
    },
  },
  Service: {
    ...{ trips: 1, reads: 1, as: 'RESIDENT', document: operations.ServiceDocument },
    arrange: async (world) => ({ id: await publish(world) }),
  },
  PublishServiceItem: {
    // Two items in a transaction: the next version and the one that it ends, each with its row of the index.
    ...{
      trips: 2,
      reads: 1,
      writes: 14,
      as: 'DISTRICT_STAFF',
      document: operations.PublishServiceItemDocument,
    },
    arrange: async (world) => {
      await publish(world, { from: '2020-01-01' });
      return { input: serviceInput(world, { expectedVersion: 1 }) };
    },
  },
};
