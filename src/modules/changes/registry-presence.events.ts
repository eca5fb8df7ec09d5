import { type Image } from '../../data/table-change';
import { type Stand, standsOfHousehold, standsOfResident } from './presence.rules';

/** Where the household or resident in an image stands. */
export function registryStands(image: Image): readonly Stand[] {
  return image.__edb_e__ === 'household'
    ? standsOfHousehold(image as { courtyard: string })
    : standsOfResident(image as { residences: { courtyard: string; until?: string }[] });
}

/** What is shown of a plan of visits: a change of anything else is nobody's business. */
export function shownOfPlan(image: Image | undefined): string | undefined {
  return image && JSON.stringify([image.courtyard, image.dueOn, image.row]);
}
