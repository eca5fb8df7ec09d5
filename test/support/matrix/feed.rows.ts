import { parse } from 'graphql';
import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

const live = { moment: 'OPENED', watch: () => undefined } as const;

/** What happens to cases, live and afterwards. */
export const FEED_ROWS: readonly MatrixRow[] = [
  {
    field: 'caseEvents',
    document: operations.CaseEventsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'caseChanged',
    document: operations.CaseLiveDocument,
    state: 'REPORTED',
    live,
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'areaFeed',
    document: operations.LiveBoardDocument,
    live,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'caseMoved',
    document: parse('subscription CaseMoved($area: ID!) { caseMoved(area: $area) { id } }'),
    live,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'departmentFeed',
    document: operations.DeskLiveDocument,
    live,
    variables: ({ office }) => ({ department: office }),
  },
  { field: 'myWork', document: operations.MyWorkDocument, live, variables: () => ({}) },
];
