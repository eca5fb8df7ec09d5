import { type Image } from '../../data/table-change';
import { caseIn } from '../cases/case.events';
import { isEnded } from '../cases/case.machine';
import { type Stand, standsOfCase } from './presence.rules';

/** Where the case in an image stands. */
export function caseStands(image: Image): readonly Stand[] {
  const { area, holder } = caseIn(image);
  return standsOfCase({ area, holder, grid: image.grid as string | undefined });
}

/** Whether the case in an image has come to its end: it is followed no further. */
export function isClosedCase(image: Image): boolean {
  return isEnded(caseIn(image).state);
}
