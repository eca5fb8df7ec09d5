import { type Text } from '../../shared/messages/text';
import { type TicketMove } from './queue.machine';

/** What the moves are called. */
export const QUEUE_MOVE_TEXTS: Readonly<Record<TicketMove, Text>> = {
  CALL: { zh: '叫号', en: 'call' },
  FINISH: { zh: '办结', en: 'finish' },
  MISS: { zh: '过号', en: 'absent' },
  BACK: { zh: '过号返回', en: 'come back' },
};
