import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { checkCharacter } from '../../src/shared/identity-number.rules';
import { print } from 'graphql';
import { type Role, ROLES } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { type TableChange } from '../../src/data/table-change';
import { caseEventsBy } from '../../src/modules/feed/case-event.events';
import { logFailure, logger } from '../../src/shared/logger';
import { newId } from '../../src/shared/ids';
import { LiveBoardDocument, RegisterResidentDocument, UpdateResidentDocument } from '../generated/operations';
import { run } from '../support/api';
import { makeLive } from '../support/live';
import { MATRIX_ROWS } from '../support/matrix';
import { asResident, WHY } from '../support/privacy';
import { home, newcomer } from '../support/residents';
import { type MemoryTable } from '../support/memory-table';
import { makeMemoryWorld } from '../support/memory-world';
import { type World } from '../support/world';

/** Where numbers in the open are the answer. */
const REVEALING = new Set(['revealResident', 'exportMyFile']);

/** Numbers that stand nowhere but in a seal. */
const CANARY = { identityNumber: withCheck('51019919660606001'), phone: '15466060601' };
const SECOND = { identityNumber: withCheck('51019919660606002'), phone: '15466060602' };
const MARKED = [CANARY, SECOND].flatMap(({ identityNumber, phone }) => [identityNumber, phone]);

function withCheck(digits: string): string {
  return digits + checkCharacter(digits);
}

/** The marked numbers that are in a text, also inside base64. */
function found(text: string): string[] {
  const decoded = text.replace(/[A-Za-z0-9+/_-]{16,}={0,2}/g, (part) => {
    return `${part} ${Buffer.from(part, 'base64').toString('latin1')}`;
  });
  return MARKED.filter((number) => text.includes(number) || decoded.includes(number));
}

/** Bytes as text, of which each number would be. */
const asText = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part,
  );

/** The whole table. */
function dump(table: MemoryTable): string {
  return table.everything().map(asText).join('\n');
}

/** Every text field that a request may carry a number in, filled with a canary. */
function marked(value: unknown, numbers: typeof CANARY, resident: string): unknown {
  if (Array.isArray(value)) return value.map((each) => marked(each, numbers, resident));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name === 'identityNumber') return [name, numbers.identityNumber];
      if (name === 'phone') return [name, numbers.phone];
      if (name === 'resident') return [name, resident];
      return [name, marked(inner, numbers, resident)];
    }),
  );
}

describe('a number that was marked', () => {
  let world: World;
  let table: MemoryTable;
  /** All that the table's stream would tell. */
  let told: readonly TableChange[];
  let resident: string;
  let live: ReturnType<typeof makeLive>;
  const logs: string[] = [];
  const answers: { field: string; text: string }[] = [];

  beforeAll(async () => {
    ({ world, table } = await makeMemoryWorld({ sealed: true, opensFiles: true }));
    told = table.record();
    live = makeLive(world);
    await watchAs(['GRID_WORKER', 'COMMUNITY_STAFF', 'STREET_STAFF', 'DISTRICT_STAFF', 'DEPARTMENT_STAFF']);
    for (const level of ['debug', 'info', 'warn', 'error'] as const)
      jest.spyOn(logger, level).mockImplementation((...line) => {
        logs.push(JSON.stringify(line));
      });
    const worker = world.actor('GRID_WORKER');
    const input = { ...newcomer(await home(world)), ...CANARY };
    const registered = await run(world, worker, RegisterResidentDocument, { input });
    resident = registered.data.registerResident.resident?.id ?? '';
    const change = { id: newId(), resident, expectedVersion: 1, phone: SECOND.phone };
    const updated = await run(world, worker, UpdateResidentDocument, { input: change });
    answers.push({ field: 'registerResident', text: JSON.stringify(registered) });
    answers.push({ field: 'updateResident', text: JSON.stringify(updated) });
    expect(updated.errors).toEqual([]);

    for (const row of MATRIX_ROWS) {
      for (const role of ROLES) {
        const actor = role === 'RESIDENT' ? asResident(world, resident) : world.actor(role);
        const variables = marked(await row.variables(world, newId()), SECOND, resident);
        const live = row.live;
        const answer = await run(world, actor, row.document, variables as never, 'zh', live);
        answers.push({ field: row.field, text: JSON.stringify(answer) });
      }
    }
    // What is no number, and what is one in the wrong place, comes back in errors.
    for (const text of MARKED) {
      const wrong = { ...WHY, id: newId(), resident: text, reason: `号码 ${text} 不对` };
      const query = `mutation W($input: RevealResidentInput!) { revealResident(input: $input) { userErrors { message } } }`;
      const answer = await run(world, worker, query, { input: wrong });
      answers.push({ field: 'errors', text: JSON.stringify(answer) });
    }
    await world.services.erasures.eraseDue(() => createCollectionReader(table));
    logFailure('a failure that quotes what it was about', new Error(CANARY.phone));
  }, 240_000);

  /** Opens the live board for each role, of its own area. */
  async function watchAs(roles: readonly Role[]): Promise<void> {
    for (const role of roles) {
      const actor = world.actor(role);
      const { connection } = await live.connect(actor);
      const payload = { query: print(LiveBoardDocument), variables: { area: actor.appointments[0]?.area } };
      const reply = await live.say(connection, { type: 'subscribe', id: '1', payload });
      expect(reply).toEqual({ messages: [], close: false });
    }
  }

  it('was really in use: it is revealed to whoever may see it', () => {
    const revealed = answers.filter(({ field }) => REVEALING.has(field)).map(({ text }) => text);
    expect(found(revealed.join('\n')).length).toBeGreaterThan(0);
  });

  it('is in no other answer', () => {
    const told = answers.filter(({ field, text }) => !REVEALING.has(field) && found(text).length > 0);
    expect(told.map(({ field }) => field)).toEqual([]);
  });

  it('is nowhere in the table', () => {
    expect(found(dump(table))).toEqual([]);
  });

  it('is in nothing that the stream tells, and in no message to those who watch', async () => {
    expect(told.length).toBeGreaterThan(MATRIX_ROWS.length);
    expect(found(told.map(asText).join('\n'))).toEqual([]);
    for (const event of told.flatMap(caseEventsBy)) await live.telling.tell(event);
    expect(new Set(live.posted.map(({ message }) => message.type))).toEqual(new Set(['next']));
    expect(found(asText(live.posted))).toEqual([]);
  }, 60_000);

  it('is in no log', () => {
    expect(logs.length).toBeGreaterThan(0);
    expect(found(logs.join('\n'))).toEqual([]);
  });

  it('would be found, in the open and in base64, if somebody kept it', async () => {
    const household = await home(world);
    const [[member]] = [await createCollectionReader(table).read(`HOUSEHOLD#${household}`)];
    const planted = { ...member, sk: 'PLANTED', note: `致电 ${CANARY.phone}` };
    await table.client.send(new PutCommand({ TableName: table.name, Item: planted }));
    expect(found(dump(table))).toEqual([CANARY.phone]);
    expect(found(told.map(asText).join('\n'))).toEqual([CANARY.phone]);
    const hidden = Buffer.from(JSON.stringify({ n: SECOND.identityNumber })).toString('base64');
    expect(found(hidden)).toEqual([SECOND.identityNumber]);
  });
});
