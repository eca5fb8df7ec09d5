import { print } from 'graphql';
import { noticeAlertsBy } from '../../../src/modules/notices/notice-alert.events';
import { newId } from '../../../src/shared/ids';
import { UrgentNoticesDocument } from '../../generated/operations';
import { born, bound, end, myAccount } from '../../support/accounts';
import { makeLive } from '../../support/live';
import { makeMemoryWorld } from '../../support/memory-world';
import { published } from '../../support/notices';
import { type World } from '../../support/world';

let world: World;
let live: ReturnType<typeof makeLive>;
let publish: () => Promise<readonly string[]>;
beforeEach(async () => {
  const made = await makeMemoryWorld();
  world = made.world;
  live = makeLive(world);
  const changes = made.table.record();
  publish = async () => {
    const from = changes.length;
    await published(world, { urgent: true });
    live.posted.length = 0;
    for (const alert of changes.slice(from).flatMap(noticeAlertsBy)) await live.telling.tellAlert(alert);
    return live.posted.map(({ message }) => message.type);
  };
});

const watch = async (account: string) => {
  const { connection } = await live.connect({ id: account, name: '微信用户', appointments: [] });
  const payload = { query: print(UrgentNoticesDocument), variables: {} };
  const said = await live.say(connection, { type: 'subscribe', id: '1', payload });
  return said.messages;
};

it('an account hears what its resident would, until it speaks for them no more', async () => {
  const resident = await born(world, '1986-02-03');
  const account = await bound(world, resident);
  expect(await watch(account)).toEqual([]);
  expect(await publish()).toEqual(['next']);
  const { own } = await myAccount(world, account);
  const counter = world.actor('COMMUNITY_STAFF');
  await end(world, counter, { resident, binding: own!.id });
  expect(await publish()).toEqual(['error']);
  expect(await publish()).toEqual([]);
});

it('an account that has gone to somebody else since watches nothing more for the former', async () => {
  const [resident, other] = [await born(world, '1986-02-03'), await born(world, '1990-02-03')];
  const account = await bound(world, resident);
  const { connection } = await live.connect({ id: account, name: '', appointments: [] });
  const { own } = await myAccount(world, account);
  await end(world, world.actor('COMMUNITY_STAFF'), { resident, binding: own!.id });
  await bound(world, other, 'SELF', account);
  const payload = { query: print(UrgentNoticesDocument), variables: {} };
  expect(await live.say(connection, { type: 'subscribe', id: '1', payload })).toMatchObject({
    messages: [{ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] }],
  });
});

it('an account that is bound to nobody is told so', async () => {
  expect(await watch(`wx-${newId()}`)).toMatchObject([
    { type: 'error', payload: [{ extensions: { code: 'ACCOUNT_NOT_BOUND' } }] },
  ]);
});
