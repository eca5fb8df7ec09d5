import { parse } from 'graphql';
import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** What somebody is to know. */
export const NOTIFICATIONS_ROWS: readonly MatrixRow[] = [
  { field: 'notifications', document: operations.NotificationsDocument, variables: () => ({}) },
  {
    field: 'unreadNotificationCount',
    document: parse('{ unreadNotificationCount }'),
    variables: () => ({}),
  },
  {
    field: 'markNotificationsRead',
    document: operations.MarkNotificationsReadDocument,
    variables: () => ({ input: { ids: [] } }),
  },
];
