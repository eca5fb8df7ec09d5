import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  type AppointStaffInput,
  AppointStaffDocument,
  EndAppointmentDocument,
  GridWorkersDocument,
  MyGridWorkerDocument,
  PersonAppointmentsDocument,
  StaffDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { appointed, appointInput } from '../../support/staff';
import { makeWorld, type World } from '../../support/world';

const DAY = 24 * 60 * 60 * 1000;

describe('staff', () => {
  let world: World;
  let community: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    community = world.actor('COMMUNITY_STAFF');
  });

  const appointing = async (input: AppointStaffInput, actor = community) => {
    const { data, errors } = await run(world, actor, AppointStaffDocument, { input });
    expect(errors).toEqual([]);
    return data.appointStaff;
  };
  const appoint = (more: Partial<AppointStaffInput> = {}, actor = community) =>
    appointing(appointInput(world, more), actor);
  const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
  const end = async (appointment: string, actor = community, id = newId(), reason = '调离') => {
    const { data, errors } = await run(world, actor, EndAppointmentDocument, {
      input: { id, appointment, reason },
    });
    expect(errors).toEqual([]);
    return data.endAppointment;
  };
  const staffOf = async (area: string, on?: string, actor = community) => {
    const { data } = await run(world, actor, StaffDocument, { area, on: on ?? null, first: 100 });
    return (data.staffOf?.edges ?? []).map(({ node }) => node.person);
  };

  it('is appointed, and listed for its area and every area above', async () => {
    const { appointment, userErrors } = await appoint();
    expect(userErrors).toEqual([]);
    expect(appointment).toMatchObject({
      role: 'GRID_WORKER',
      area: world.grid,
      from: '2026-01-01',
      to: null,
    });
    for (const area of [world.grid, world.community])
      expect(await staffOf(area)).toEqual([appointment?.person]);
    expect(await staffOf(world.street, undefined, world.actor('STREET_STAFF'))).toEqual([
      appointment?.person,
    ]);
    expect(await staffOf(world.nextGrid)).toEqual([]);
  });

  it('is appointed once by the same request, and a second request with its id is a conflict', async () => {
    const input = appointInput(world);
    const first = await appointing(input);
    expect(await appointing(input)).toEqual(first);
    expect(await staffOf(world.grid)).toHaveLength(1);
    for (const more of [{ workName: '别人' }, { person: newId() }, { area: world.nextGrid, person: newId() }])
      expect(codes(await appointing({ ...input, ...more }))).toEqual(['CONFLICT']);
    await end(input.id);
    expect((await appointing(input)).appointment?.end).toMatchObject({ reason: '调离' });
  });

  it('of a grid is two at most, whoever is quicker', async () => {
    const answers = await Promise.all(Array.from({ length: 3 }, () => appoint()));
    expect(answers.flatMap(codes)).toEqual(['GRID_FULL']);
    expect(await staffOf(world.grid)).toHaveLength(2);
    const [one] = answers.flatMap(({ appointment }) => appointment ?? []);
    await end(one?.id ?? '');
    expect(codes(await appoint())).toEqual([]);
  });

  it('is read page by page, by area', async () => {
    for (let count = 0; count < 5; count += 1) await appointed(world);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        data,
      }: {
        data: {
          staffOf?: {
            edges: { node: { id: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor?: string | null };
          } | null;
        };
      } = await run(world, community, StaffDocument, { area: world.community, first: 2, after });
      seen.push(...(data.staffOf?.edges ?? []).map(({ node }) => node.id));
      after = data.staffOf?.pageInfo.hasNextPage === true ? (data.staffOf.pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('can be asked for on another day, before and after', async () => {
    const { person: past } = await appointed(world, { from: '2025-01-01', to: '2025-12-31' });
    const { person: coming } = await appointed(world, { from: '2026-07-01' });
    const { person: dismissed, id } = await appointed(world, { from: '2026-01-01' });
    await end(id);
    expect(await staffOf(world.grid)).toEqual([]);
    expect(await staffOf(world.grid, '2025-12-31')).toEqual([past]);
    expect(await staffOf(world.grid, '2026-05-11')).toEqual([dismissed]);
    expect(await staffOf(world.grid, '2026-05-12')).toEqual([]);
    expect(await staffOf(world.grid, '2026-07-01')).toEqual([coming]);
  });

  it('shows a page that is not empty while there are rows, however many have gone before', async () => {
    for (let count = 0; count < 3; count += 1)
      await appointed(world, { from: '2025-01-01', to: '2025-12-31' });
    const { person } = await appointed(world);
    const { data } = await run(world, community, StaffDocument, { area: world.grid, first: 1 });
    expect(data.staffOf?.edges.map(({ node }) => node.person)).toEqual([person]);
  });

  it.each<[string, (world: World) => [Partial<AppointStaffInput>, Actor], string]>([
    [
      'a community’s staff appoint their like',
      (w) => [{ role: 'COMMUNITY_STAFF', area: w.community }, w.actor('COMMUNITY_STAFF')],
      'MAY_NOT_APPOINT',
    ],
    [
      'a community appoints next door',
      (w) => [{ area: w.foreignGrid }, w.actor('COMMUNITY_STAFF')],
      'MAY_NOT_APPOINT',
    ],
    [
      'a street appoints to the bureau of the district',
      (w) => [{ role: 'DEPARTMENT_STAFF', area: w.district, department: w.bureau }, w.actor('STREET_STAFF')],
      'MAY_NOT_APPOINT',
    ],
    [
      'a grid worker is appointed to a courtyard',
      (w) => [{ area: w.courtyard }, w.actor('COMMUNITY_STAFF')],
      'POST_INVALID',
    ],
    [
      'there is no such grid',
      (w) => [{ area: `${w.community}099` }, w.actor('COMMUNITY_STAFF')],
      'POST_UNKNOWN',
    ],
    [
      'there is no such department',
      (w) => [
        { role: 'DEPARTMENT_STAFF', area: w.street, department: `${w.street}-XX` },
        w.actor('STREET_STAFF'),
      ],
      'POST_UNKNOWN',
    ],
    [
      'the portrait is no https link',
      (w) => [{ photoUrl: 'http://a.cn' }, w.actor('COMMUNITY_STAFF')],
      'PHOTO_URL_INVALID',
    ],
    ['the id is none', (w) => [{ id: 'one' }, w.actor('COMMUNITY_STAFF')], 'ID_INVALID'],
  ])('is refused when %s', async (_what, asked, code) => {
    const [more, actor] = asked(world);
    expect(codes(await appoint(more, actor))).toEqual([code]);
  });

  it('of departments and levels is appointed by those above', async () => {
    const [street, district, administrator] = [
      world.actor('STREET_STAFF'),
      world.actor('DISTRICT_STAFF'),
      world.actor('ADMINISTRATOR'),
    ];
    const office = { role: 'DEPARTMENT_STAFF', area: world.street, department: world.office } as const;
    const bureau = { role: 'DEPARTMENT_STAFF', area: world.district, department: world.bureau } as const;
    for (const [more, actor] of [
      [office, street],
      [{ role: 'COMMUNITY_STAFF', area: world.community }, street],
      [bureau, district],
      [{ role: 'STREET_STAFF', area: world.street }, district],
      [{ role: 'DISTRICT_STAFF', area: world.district }, administrator],
    ] as const)
      expect(codes(await appoint(more, actor))).toEqual([]);
  });

  it('ends once, by the same request as often as it comes, and only by somebody above', async () => {
    const { id } = await appointed(world);
    const request = newId();
    expect(codes(await end(id, world.actor('COMMUNITY_STAFF', world.otherCommunity)))).toEqual(['NOT_FOUND']);
    const first = await end(id, community, request);
    expect(first.appointment?.end).toMatchObject({ reason: '调离' });
    expect(await end(id, community, request)).toEqual(first);
    expect(codes(await end(id, community, request, '别的原因'))).toEqual(['CONFLICT']);
    expect(codes(await end(id))).toEqual(['APPOINTMENT_ENDED']);
    expect(codes(await end(newId()))).toEqual(['NOT_FOUND']);
  });

  it('has a history that shows who appointed whom and why it ended, to those who may read staff there', async () => {
    const person = newId();
    const { appointment } = await appoint({ person });
    await end(appointment?.id ?? '');
    await appointed(world, { person, role: 'GRID_WORKER', area: world.foreignGrid });
    const history = async (actor: Actor) => {
      const { data } = await run(world, actor, PersonAppointmentsDocument, { person });
      return data.appointmentsOf;
    };
    expect(await history(community)).toMatchObject([
      { appointedBy: { id: community.id }, end: { by: { id: community.id }, reason: '调离' } },
    ]);
    expect(await history(world.actor('STREET_STAFF'))).toHaveLength(2);
    expect(await history(world.actor('COMMUNITY_STAFF', '510108008003'))).toEqual([]);
  });

  it('of a grid is public to its residents: name, photo and work phone, who is on leave and who stands in', async () => {
    const worker = await appointed(world, {
      ...{ role: 'GRID_WORKER', area: world.grid, photoUrl: 'https://a.cn/b.jpg', workName: '王芳' },
    });
    await appointed(world, { workName: '院长' });
    const standIn = {
      ...{ person: newId(), workName: '赵敏' },
      covers: worker.id,
      from: '2026-05-12',
      to: '2026-05-13',
    };
    expect(codes(await appoint(standIn))).toEqual([]);
    const mine = async () =>
      (await run(world, world.actor('RESIDENT'), MyGridWorkerDocument, {})).data.gridWorkersOf;
    expect(await mine()).toEqual(
      expect.arrayContaining([
        {
          ...{ id: worker.id, workName: '王芳', workPhone: '028-0000 0010', photoUrl: 'https://a.cn/b.jpg' },
          ...{ onLeave: true, standsIn: false },
        },
        expect.objectContaining({ workName: '赵敏', standsIn: true, onLeave: false }),
      ]),
    );
    world.clock.advance(2 * DAY);
    expect(await mine()).toMatchObject([{ workName: '王芳', onLeave: false }]);
    const { errors } = await run(world, world.actor('RESIDENT'), GridWorkersDocument, {
      grid: world.nextGrid,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
