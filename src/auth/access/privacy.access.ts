import { type ModuleAccess } from './module-access';

/** Who looks at residents' data, and what residents see of it. */
export const PRIVACY_ACCESS: ModuleAccess = {
  Query: {
    myFile: 'file:read-own',
    whoLooked: 'file:read-own',
    myDataRequests: 'request:make',
    dataRequests: 'request:correct',
    dataRequest: 'request:correct',
  },
  Mutation: {
    revealResident: 'resident:reveal',
    lookUpResident: 'resident:look-up',
    exportMyFile: 'file:read-own',
    requestCorrection: 'request:make',
    requestDeletion: 'request:make',
    decideDataRequest: 'request:correct',
  },
};
