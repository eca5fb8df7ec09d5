import { type PutBasis } from '../../../src/modules/places/register.type';
import { Refusal, TechnicalError } from '../../../src/shared/errors';
import { newId } from '../../../src/shared/ids';
import {
  PutBuildingDocument,
  PutCourtyardDocument,
  PutDwellingDocument,
  PutFacilityDocument,
  PutOrganisationDocument,
  PutPremisesDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { courtyardInput, facilityInput, organisationInput, premisesInput } from '../../support/places';
import { makeWorld, type World } from '../../support/world';

type Written = { version: number } | null | undefined;
interface Put {
  readonly entry: Written;
  readonly codes: readonly string[];
}
interface Changes {
  readonly expectedVersion?: number;
  readonly note: number;
}

/** Each kind of entry: how it is written, with a detail that tells one request from another. */
const KINDS: Readonly<
  Record<string, (world: World) => (actor: ReturnType<World['actor']>, change: Changes) => Promise<Put>>
> = {
  courtyard:
    (world) =>
    async (actor, { expectedVersion, note }) => {
      const input = courtyardInput(world, { expectedVersion, buildingsCount: note });
      const { data } = await run(world, actor, PutCourtyardDocument, { input });
      return { entry: data.putCourtyard.courtyard, codes: codesOf(data.putCourtyard) };
    },
  building:
    (world) =>
    async (actor, { expectedVersion, note }) => {
      const { courtyard } = world;
      const input = { courtyard, number: '1', units: 2, floors: note, hasLift: true, expectedVersion };
      const { data } = await run(world, actor, PutBuildingDocument, { input });
      return { entry: data.putBuilding.building, codes: codesOf(data.putBuilding) };
    },
  dwelling:
    (world) =>
    async (actor, { expectedVersion, note }) => {
      const door = { courtyard: world.courtyard, building: '1', unit: '1', room: '101' };
      const input = { ...door, use: 'VACANT' as const, squareMetres: note, expectedVersion };
      const { data } = await run(world, actor, PutDwellingDocument, { input });
      return { entry: data.putDwelling.dwelling, codes: codesOf(data.putDwelling) };
    },
  organisation: (world) => {
    const id = newId();
    return async (actor, { expectedVersion, note }) => {
      const input = organisationInput(world, { id, expectedVersion, address: `${String(note)} 号` });
      const { data } = await run(world, actor, PutOrganisationDocument, { input });
      return { entry: data.putOrganisation.organisation, codes: codesOf(data.putOrganisation) };
    };
  },
  premises: (world) => {
    const id = newId();
    return async (actor, { expectedVersion, note }) => {
      const input = premisesInput(world, { id, expectedVersion, address: `${String(note)} 号` });
      const { data } = await run(world, actor, PutPremisesDocument, { input });
      return { entry: data.putPremises.premises, codes: codesOf(data.putPremises) };
    };
  },
  facility: (world) => {
    const id = newId();
    return async (actor, { expectedVersion, note }) => {
      const input = facilityInput(world, { id, expectedVersion, address: `${String(note)} 号` });
      const { data } = await run(world, actor, PutFacilityDocument, { input });
      return { entry: data.putFacility.facility, codes: codesOf(data.putFacility) };
    };
  },
};

function codesOf({ userErrors }: { userErrors: readonly { code: string }[] }): readonly string[] {
  return userErrors.map(({ code }) => code);
}

describe.each(Object.entries(KINDS))('a request whose answer was lost, about a %s', (_kind, make) => {
  it('is answered as taken in after somebody else has changed the entry, and changes nothing', async () => {
    const world = await makeWorld();
    const [yang, lin] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
    const put = make(world);
    expect(await put(yang, { note: 1 })).toMatchObject({ entry: { version: 1 } });
    expect(await put(yang, { note: 2, expectedVersion: 1 })).toMatchObject({ entry: { version: 2 } });
    expect(await put(lin, { note: 3, expectedVersion: 2 })).toMatchObject({ entry: { version: 3 } });
    const stands = { entry: { version: 3 }, codes: [] };
    expect(await put(yang, { note: 2, expectedVersion: 1 })).toMatchObject(stands);
    expect(await put(yang, { note: 1 })).toMatchObject(stands);
    expect(await put(lin, { note: 3, expectedVersion: 2 })).toMatchObject(stands);
  });

  it('is a conflict when it comes from another, or says something else', async () => {
    const world = await makeWorld();
    const [yang, lin] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
    const put = make(world);
    await put(yang, { note: 1 });
    await put(yang, { note: 2, expectedVersion: 1 });
    expect((await put(lin, { note: 2, expectedVersion: 1 })).codes).toEqual(['CONFLICT']);
    expect((await put(yang, { note: 4, expectedVersion: 1 })).codes).toEqual(['CONFLICT']);
    expect((await put(yang, { note: 4 })).codes).toEqual(['CONFLICT']);
  });
});

describe('a request made on top of an earlier one whose answer had not come', () => {
  /** A facility that stands in version 1, and who writes it with or without a word about what they stood on. */
  const arrange = async () => {
    const world = await makeWorld();
    const [worker, other] = [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')];
    const facility = newId();
    const put = async (note: number, basis?: PutBasis, expectedVersion?: number, by = worker) => {
      const input = facilityInput(world, { id: facility, address: `${String(note)} 号`, expectedVersion });
      try {
        const { version, address } = (await world.services.facilities.put(by, input as never, basis))
          .facility;
        return `${String(version)}: ${address ?? ''}`;
      } catch (error) {
        if (error instanceof Refusal || error instanceof TechnicalError) return error.code;
        throw error;
      }
    };
    return { world, put, other };
  };
  const ids = () => [newId(), newId(), newId()] as const;

  it('is based on what that one made, and may be sent again', async () => {
    const { put } = await arrange();
    const [made, first, second] = ids();
    expect(await put(1, { id: made })).toBe('1: 1 号');
    expect(await put(2, { id: first, after: [made] })).toBe('2: 2 号');
    expect(await put(3, { id: second, after: [first] }, 1)).toBe('3: 3 号');
    expect(await put(2, { id: first, after: [made] })).toBe('3: 3 号');
    expect(await put(3, { id: second, after: [first] }, 1)).toBe('3: 3 号');
  });

  it('is another request than the same content before it', async () => {
    const { put } = await arrange();
    const [made, first, second] = ids();
    await put(1, { id: made });
    await put(2, { id: first, after: [made] }, 1);
    expect(await put(1, { id: second, after: [first] }, 1)).toBe('3: 1 号');
  });

  it('is a conflict when somebody has changed the entry in between', async () => {
    const { put, other } = await arrange();
    const [made, first] = ids();
    await put(1, { id: made });
    await put(9, undefined, 1, other);
    expect(await put(2, { id: first, after: [made] })).toBe('CONFLICT');
  });

  it('waits while that one is not taken in, and does not go by what was somebody else’s', async () => {
    const { put, other } = await arrange();
    const [made, first, second] = ids();
    await put(1, { id: made });
    expect(await put(2, { id: first, after: [newId()] }, 1)).toBe('TRY_AGAIN');
    expect(await put(2, { id: second, after: [made] }, undefined, other)).toBe('TRY_AGAIN');
  });

  it('is not found where nothing stands', async () => {
    const { put } = await arrange();
    expect(await put(2, { id: newId(), after: [newId()] })).toBe('NOT_FOUND');
  });

  it('is a conflict when its id was another’s', async () => {
    const { put } = await arrange();
    const [made, first] = ids();
    await put(1, { id: made });
    await put(2, { id: first, after: [made] });
    expect(await put(3, { id: first, after: [made] })).toBe('CONFLICT');
  });

  it('is known again for twenty requests', async () => {
    const { put, other } = await arrange();
    const [made] = ids();
    await put(0, { id: made });
    for (let version = 1; version < 20; version += 1) await put(version, undefined, version, other);
    expect(await put(0, { id: made })).toBe('20: 19 号');
    await put(20, undefined, 20, other);
    expect(await put(0, { id: made })).toBe('CONFLICT');
  });
});
