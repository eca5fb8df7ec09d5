import { type Actor } from '../../auth/actor';
import { type Author } from '../../shared/change';
import { Refusal } from '../../shared/errors';
import { derivedId } from '../../shared/ids';
import { type PutDwellingInput } from '../places/courtyard.input';
import { type CourtyardService } from '../places/courtyard.service';
import { type PutPremisesInput } from '../places/premises.input';
import { type PremisesService } from '../places/premises.service';
import { type DoorAccess, gridsIn } from './doors';
import { type DwellingRow, partsOf } from './dwellings.table';
import { type PremiseRow } from './premises.table';
import { problemOf } from './refusal.rules';
import { type RowOutcome, type RowStore, type RowWriter } from './row-store';

/** Dwellings as rows of files. */
export class DwellingStore implements RowStore<DwellingRow> {
  constructor(
    private readonly areas: DoorAccess['areas'],
    private readonly courtyards: Pick<
      CourtyardService,
      'checkDwellings' | 'importDwellings' | 'allDwellings'
    >,
  ) {}

  newWriter(by: Author): RowWriter<DwellingRow> {
    return {
      compare: async (rows) => (await this.courtyards.checkDwellings(rows.map(dwellingFrom))).map(outcomeOf),
      write: async (rows) => {
        await this.courtyards.importDwellings(actorFor(by), rows.map(dwellingFrom));
      },
    };
  }

  async *rowsIn(area: string): AsyncGenerator<DwellingRow> {
    for (const grid of await gridsIn(this.areas, area)) {
      for await (const { courtyard, door, use, squareMetres } of this.courtyards.allDwellings(grid))
        yield { courtyard, door, use, squareMetres };
    }
  }
}

/** Premises as rows of files. */
export class PremisesStore implements RowStore<PremiseRow> {
  constructor(
    private readonly premises: Pick<PremisesService, 'checkPremises' | 'importPremises' | 'allIn'>,
  ) {}

  newWriter(by: Author): RowWriter<PremiseRow> {
    return {
      compare: async (rows) => (await this.premises.checkPremises(rows.map(premisesFrom))).map(outcomeOf),
      write: async (rows) => {
        await this.premises.importPremises(actorFor(by), rows.map(premisesFrom));
      },
    };
  }

  async *rowsIn(area: string): AsyncGenerator<PremiseRow> {
    for await (const {
      name,
      kind,
      area: at,
      address,
      contactName,
      workPhone,
      control,
    } of this.premises.allIn(area)) {
      yield {
        ...{ name, kind, area: at, address: address ?? '', contactName, workPhone },
        control: control === 'NONE' ? undefined : control,
      };
    }
  }
}

function dwellingFrom({ courtyard, door, use, squareMetres }: DwellingRow): PutDwellingInput {
  const { building, unit, room } = partsOf(door) ?? { building: '', unit: '', room: door };
  return { courtyard, building, unit, room, use, squareMetres: squareMetres ?? null };
}

/** Premises are known by the grid or courtyard they lie in and the name over the door. */
function premisesFrom({ control, ...row }: PremiseRow): PutPremisesInput {
  return {
    ...{ ...row, id: derivedId(`premises|${row.area}|${row.name}`), control: control ?? 'NONE' },
    contactName: row.contactName ?? null,
    workPhone: row.workPhone ?? null,
    ...{ pollutionSources: [], riverside: false, status: 'OPERATING', equipment: [] },
  };
}

/** Who opened the job, as who has changed an entry; what they may was asked when they opened it. */
function actorFor({ id, name }: Author): Actor {
  return { id, name, appointments: [] };
}

function outcomeOf(checked: RowOutcome | Refusal): RowOutcome {
  return checked instanceof Refusal ? problemOf(checked) : checked;
}
