import * as operations from '../../generated/operations';
import { publish, serviceInput } from '../services';
import { type MatrixRow } from './row';

/** One-stop services. */
export const SERVICES_ROWS: readonly MatrixRow[] = [
  { field: 'serviceItems', document: operations.FindServiceDocument, variables: () => ({ query: 'zsz' }) },
  {
    field: 'serviceItem',
    document: operations.ServiceDocument,
    variables: async (world) => ({
      id: await publish(world, { service: `${world.district}-${letters()}` }),
    }),
  },
  {
    field: 'publishServiceItem',
    document: operations.PublishServiceItemDocument,
    variables: (world) => ({ input: serviceInput(world, { service: `${world.district}-${letters()}` }) }),
  },
];

/** A code that no other row has used. */
function letters(): string {
  return Array.from({ length: 12 }, () => 'ABCDEFGHIJ'.charAt(Math.floor(Math.random() * 10))).join('');
}
