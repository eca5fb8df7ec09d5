import { type Text } from '../../shared/messages/text';
import { type RouteTime } from './routing.rules';

/** What people call the times. */
export const TIME_NAMES: Readonly<Record<RouteTime, Text>> = {
  WORKING_TIME: { zh: '工作时间', en: 'working time' },
  OUTSIDE: { zh: '工作时间以外', en: 'outside working time' },
};
