import { randomInt } from 'node:crypto';
import { makeTable } from '../../local/resources/table';
import { type Actor, type Appointment, type Role } from '../../src/auth/actor';
import { type StandingService } from '../../src/auth/standing.service';
import { createWholeServices, type WholeServices } from '../../src/app/backstage';
import { createStandings } from '../../src/app/standings';
import { type Foundation } from '../../src/app/foundation';
import { openTable } from '../../src/data/table';
import { openVault, type Vault } from '../../src/data/vault';
import { createCollectionReader } from '../../src/data/collection-reader';
import { openBucket } from '../../src/data/bucket';
import { type Clock } from '../../src/shared/clock';
import { readEnv } from '../../src/shared/env';
import { newId } from '../../src/shared/ids';
import { type Language } from '../../src/shared/language';
import { openMemoryTable } from './memory-table';
import { Meter } from './meter';

/** A district of its own for one test: two communities, three grids, a courtyard, two departments. */
export interface World {
  readonly district: string;
  readonly street: string;
  readonly community: string;
  readonly otherCommunity: string;
  readonly grid: string;
  readonly nextGrid: string;
  readonly foreignGrid: string;
  readonly courtyard: string;
  readonly office: string;
  readonly bureau: string;
  /** A point inside `grid`, and one inside `foreignGrid`; WGS 84. */
  readonly point: { readonly latitude: number; readonly longitude: number };
  readonly foreignPoint: { readonly latitude: number; readonly longitude: number };
  readonly services: WholeServices;
  readonly standings: StandingService;
  readonly foundation: Foundation;
  readonly meter: Meter;
  readonly clock: TestClock;
  /** Moves the world into its store, where it is not there yet. */
  settle(): Promise<void>;
  /** Somebody with an appointment in this world, by default of the usual area of the role. */
  actor(role: Role, area?: string, name?: string): Actor;
}

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  constructor(private time = new Date('2026-05-12T02:30:00.000Z')) {}
  now(): Date {
    return this.time;
  }
  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}

/**
 * Makes a world that no other test shares; in a table of its own where a test looks at queues of all districts, and with a
 * stream where it looks at that. It is filled in memory and then moved into its store; one that is `unsettled` stays in
 * memory until it is told to `settle`, for what only has to be there before a test begins.
 */
export async function makeWorld({
  ownTable = false,
  stream = false,
  unsettled = false,
} = {}): Promise<World> {
  const env = readEnv();
  const name = ownTable ? `wangge-test-${newId()}` : env.tableName;
  if (ownTable) await makeTable({ name, endpoint: env.dynamodbEndpoint ?? '', stream });
  const clock = new TestClock();
  const stored = openTable({ name, endpoint: env.dynamodbEndpoint });
  const bucket = openBucket({ name: env.bucketName, endpoint: env.s3Endpoint });
  const transfers = openBucket({ name: env.transferBucketName, endpoint: env.s3Endpoint });
  const vault = openVault(stored, env.fieldKey);
  await warm(vault);
  const table = openMemoryTable(stored);
  const world = await worldOn({ table: stored, bucket, transfers, clock, vault }, clock);
  const settle = () => table.moveDown();
  if (!unsettled) await settle();
  return { ...world, settle };
}

/** As in a container that has answered before: the key of the blind index is loaded. It is one for all who share a table. */
async function warm(vault: Vault): Promise<void> {
  await vault.indexOf('any', 'value');
}

/** Makes a world on a foundation. */
export async function worldOn(foundation: Foundation, clock: TestClock): Promise<World> {
  const meter = new Meter(foundation.table.client);
  await warm(foundation.vault);
  const standings = createStandings(foundation);
  const services = createWholeServices(foundation, standings);
  const codes = codesOf(String(randomInt(100_000, 999_999)));
  const west = randomInt(-170_000, 170_000) / 1000;
  const south = randomInt(-60_000, 60_000) / 1000;
  await fill(services, codes, west, south);
  const point = { latitude: thousandths(south + 0.001), longitude: thousandths(west + 0.001) };
  const foreignPoint = { latitude: point.latitude, longitude: thousandths(west + 0.005) };
  const usual = usualAppointments(codes);
  const actor = (role: Role, area?: string, name = `${role} 甲`): Actor => ({
    id: newId(),
    name,
    appointments: [area === undefined ? usual[role] : { ...usual[role], area }],
  });
  const settle = () => Promise.resolve();
  return { ...codes, point, foreignPoint, services, standings, foundation, meter, clock, settle, actor };
}

/** A coordinate as the table keeps it: sums of decimals have more digits than that. */
function thousandths(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

type Codes = ReturnType<typeof codesOf>;

function codesOf(district: string) {
  const street = `${district}001`;
  const community = `${street}001`;
  const otherCommunity = `${street}002`;
  const grid = `${community}001`;
  return {
    district,
    street,
    community,
    otherCommunity,
    grid,
    nextGrid: `${community}002`,
    foreignGrid: `${otherCommunity}001`,
    courtyard: `${grid}001`,
    office: `${street}-PSO`,
    bureau: `${district}-EEB`,
  };
}

async function fill(services: WholeServices, codes: Codes, west: number, south: number): Promise<void> {
  const square = (offset: number) => {
    const [w, e, s, n] = [west + offset, west + offset + 0.002, south, south + 0.002];
    return {
      type: 'Polygon' as const,
      coordinates: [
        [
          [w, s],
          [e, s],
          [e, n],
          [w, n],
          [w, s],
        ],
      ],
    };
  };
  const names = ['某区', '某街道', '某社区'];
  await services.areaImports.importAreas([
    { code: codes.district, names: names.slice(0, 1) },
    { code: codes.street, names: names.slice(0, 2) },
    { code: codes.community, names },
    { code: codes.otherCommunity, names: ['某区', '某街道', '邻社区'] },
    { code: codes.grid, names: [...names, '第一网格'], boundary: square(0) },
    { code: codes.nextGrid, names: [...names, '第二网格'], boundary: square(0.002) },
    { code: codes.foreignGrid, names: ['某区', '某街道', '邻社区', '第一网格'], boundary: square(0.004) },
    { code: codes.courtyard, names: [...names, '第一网格', '一号院'] },
  ]);
  await services.departments.importDepartments([
    { code: codes.office, name: '街道综治办', area: codes.street },
    { code: codes.bureau, name: '生态环境局', area: codes.district },
  ]);
}

function usualAppointments(codes: Codes): Readonly<Record<Role, Appointment>> {
  return {
    RESIDENT: { role: 'RESIDENT', area: codes.courtyard },
    SECONDARY_WORKER: { role: 'SECONDARY_WORKER', area: codes.courtyard },
    GRID_WORKER: { role: 'GRID_WORKER', area: codes.grid },
    COMMUNITY_STAFF: { role: 'COMMUNITY_STAFF', area: codes.community },
    STREET_STAFF: { role: 'STREET_STAFF', area: codes.street },
    DISTRICT_STAFF: { role: 'DISTRICT_STAFF', area: codes.district },
    DEPARTMENT_STAFF: { role: 'DEPARTMENT_STAFF', area: codes.street, department: codes.office },
    ADMINISTRATOR: { role: 'ADMINISTRATOR', area: codes.district },
    SENSOR: { role: 'SENSOR', area: codes.community },
  };
}

/** What a request of `actor` carries besides its operation; by a token issued just now where no time is named. */
export function contextOf(
  world: World,
  actor: (Actor & { readonly issuedAt?: number }) | undefined,
  language: Language = 'en',
) {
  return {
    actor: actor && world.standings.actorOf({ issuedAt: secondsNow(world), ...actor }),
    tokenError: undefined,
    language,
    reads: createCollectionReader(world.foundation.table),
    services: world.services,
    requestId: 'test-request',
  };
}

/** The world's time as a token would say it. */
export function secondsNow({ clock }: Pick<World, 'clock'>): number {
  return Math.floor(clock.now().getTime() / 1000);
}
