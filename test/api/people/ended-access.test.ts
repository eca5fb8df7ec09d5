import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { print } from 'graphql';
import { createContext } from '../../../src/api/context';
import { createSchema } from '../../../src/api/schema';
import { createServer } from '../../../src/api/server';
import { type Appointment } from '../../../src/auth/actor';
import { APPOINTMENTS_CLAIM, createTokenReader } from '../../../src/auth/token';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { type Answer, run } from '../../support/api';
import { moveCase, reportCase, reportInput } from '../../support/cases';
import { appointed } from '../../support/staff';
import { makeWorld, secondsNow, type World } from '../../support/world';

const SERVER = createServer(createSchema(), { stage: 'test' });

/** An issuer, and the way of a request from its `Authorization` header to its answer, as the HTTP door goes it. */
async function makeDoor(world: World) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' };
  const options = { issuer: 'http://issuer.test', audience: 'wangge-api' };
  const readToken = createTokenReader({ ...options, keys: createLocalJWKSet({ keys: [jwk] }) });
  const { services, standings, foundation } = world;
  const app = { services, standings, readToken, newReads: () => createCollectionReader(foundation.table) };
  return {
    /** A token that says what is recorded of the person now. */
    tokenFor: async (person: string) => {
      const appointments = (await services.appointments.forToken(app.newReads(), person)) ?? [];
      return new SignJWT({ name: '王芳', [APPOINTMENTS_CLAIM]: appointments })
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setSubject(person)
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setIssuedAt(secondsNow(world))
        .setExpirationTime('1h')
        .sign(privateKey);
    },
    ask: async (token: string, document: Parameters<typeof print>[0], variables = {}, language = 'en') => {
      const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
      const contextValue = await createContext(app, headers, 'request');
      const { body, http } = await SERVER.executeOperation(
        { query: print(document), variables },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('The answer came in parts.');
      const { data, errors = [] } = body.singleResult as unknown as Partial<
        Answer<Record<string, unknown> | null>
      >;
      return {
        data,
        status: http.status,
        codes: errors.map((e) => e.extensions?.code),
        words: errors.map((e) => e.message),
      };
    },
  };
}

describe('when an appointment is ended', () => {
  let world: World;
  let door: Awaited<ReturnType<typeof makeDoor>>;
  let person: string;
  let appointment: string;
  beforeEach(async () => {
    world = await makeWorld();
    // Tokens are read by the machine's clock.
    world.clock.advance(Date.now() - world.clock.now().getTime());
    door = await makeDoor(world);
    person = newId();
    ({ id: appointment } = await appointed(world, { person, role: 'GRID_WORKER', area: world.grid }));
    await appointed(world, { person, role: 'SECONDARY_WORKER', area: world.courtyard });
  });

  const end = async () => {
    world.clock.advance(50);
    const input = { id: newId(), appointment, reason: '调离' };
    const { data } = await run(world, world.actor('COMMUNITY_STAFF'), operations.EndAppointmentDocument, {
      input,
    });
    expect(data.endAppointment.userErrors).toEqual([]);
  };

  it('the very next request by the old token is refused in words of its own, with 401', async () => {
    const token = await door.tokenFor(person);
    expect(await door.ask(token, operations.InboxDocument, { holder: world.grid })).toMatchObject({
      codes: [],
    });
    await end();
    const refused = await door.ask(token, operations.InboxDocument, { holder: world.grid });
    expect(refused).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'], data: undefined });
    expect(refused.words).toEqual(['Your appointments have changed and this token is void: get a new one.']);
    const { words } = await door.ask(token, operations.InboxDocument, { holder: world.grid }, 'zh');
    expect(words).toEqual(['您的任职已变更，当前令牌已失效，请重新获取令牌。']);
  });

  it('a report by the old token is not written', async () => {
    const token = await door.tokenFor(person);
    await end();
    world.meter.reset();
    const input = reportInput(world);
    expect(await door.ask(token, operations.ReportCaseDocument, { input })).toMatchObject({
      codes: ['UNAUTHENTICATED'],
    });
    expect(world.meter.writeUnits).toBe(0);
    const street = await run(world, world.actor('STREET_STAFF'), operations.CasePageDocument, {
      id: input.id,
    });
    expect(street.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('a new token lets its bearer act in what is left, and not in what was ended', async () => {
    await end();
    world.clock.advance(1_000);
    const token = await door.tokenFor(person);
    expect(await door.ask(token, operations.MeDocument)).toMatchObject({
      data: { me: { appointments: [{ role: 'SECONDARY_WORKER' }] } },
    });
    expect(await door.ask(token, operations.InboxDocument, { holder: world.courtyard })).toMatchObject({
      codes: [],
    });
    expect(await door.ask(token, operations.InboxDocument, { holder: world.grid })).toMatchObject({
      codes: ['NOT_FOUND'],
    });
  });

  it('who acts by a token of the last day of a term is out on the day after, token or not', async () => {
    const today = new Date(world.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const standIn = newId();
    await appointed(world, { person: standIn, role: 'GRID_WORKER', area: world.nextGrid, to: today });
    const token = await door.tokenFor(standIn);
    expect(await door.ask(token, operations.InboxDocument, { holder: world.nextGrid })).toMatchObject({
      codes: [],
    });
    world.clock.advance(24 * 3_600_000);
    expect(await door.ask(token, operations.InboxDocument, { holder: world.nextGrid })).toMatchObject({
      codes: ['FORBIDDEN'],
    });
  });
});

describe('looking up whether a token stands', () => {
  const unchecked = (world: World): World =>
    Object.assign(Object.create(world) as World, { standings: { actorOf: (bearer: object) => bearer } });

  it.each<[string, (world: World) => Promise<[string, Parameters<typeof print>[0], object]>]>([
    [
      'where am I',
      (world) => Promise.resolve(['GRID_WORKER', operations.WhereAmIDocument, { point: world.point }]),
    ],
    ['an inbox', () => Promise.resolve(['GRID_WORKER', operations.InboxDocument, {}])],
    [
      'a case',
      async (world) => {
        const { id } = await reportCase(world, world.actor('GRID_WORKER'));
        return ['GRID_WORKER', operations.CasePageDocument, { id }];
      },
    ],
    [
      'a report',
      (world) =>
        Promise.resolve(['GRID_WORKER', operations.ReportCaseDocument, { input: reportInput(world) }]),
    ],
    [
      'a move',
      async (world) => {
        const { id } = await reportCase(world, world.actor('STREET_STAFF'));
        await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch');
        return ['DEPARTMENT_STAFF', operations.AcceptCaseDocument, { input: { id: newId(), caseId: id } }];
      },
    ],
  ])('adds a read unit and no round trip to %s', async (what, arrange) => {
    const cost = async (checked: boolean) => {
      const world = await makeWorld();
      const [role, document, variables] = await arrange(world);
      world.meter.reset();
      const asker = world.actor(role as Appointment['role']);
      const { errors } = await run(
        checked ? world : unchecked(world),
        asker,
        document as never,
        variables as never,
      );
      expect(errors).toEqual([]);
      return { trips: world.meter.waves, reads: world.meter.readUnits };
    };
    const [without, withCheck] = [await cost(false), await cost(true)];
    if (process.env.SHOW_COSTS === '1') console.log(what, { without, with: withCheck });
    expect(withCheck).toEqual({ trips: without.trips, reads: without.reads + 1 });
  });
});
