import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { GridWorkersDocument, RevokeAccessDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { appointed } from '../../support/staff';
import { makeWorld } from '../../support/world';

describe('a lost phone', () => {
  it('is answered by voiding the tokens of its owner, recorded once, by somebody above', async () => {
    const world = await makeWorld();
    const { person } = await appointed(world, { role: 'GRID_WORKER', area: world.grid });
    const revoke = async (actor: Actor, id = newId(), reason = '手机遗失') => {
      const { data } = await run(world, actor, RevokeAccessDocument, { input: { id, person, reason } });
      return data.revokeAccess;
    };
    expect(await revoke(world.actor('COMMUNITY_STAFF', world.otherCommunity))).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const [community, id] = [world.actor('COMMUNITY_STAFF'), newId()];
    const first = await revoke(community, id);
    expect(first.revocation).toMatchObject({ person, by: { id: community.id }, reason: '手机遗失' });
    world.clock.advance(5_000);
    world.meter.reset();
    expect(await revoke(community, id)).toEqual(first);
    expect(await revoke(community, id, '别的原因')).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
    // The repeat voids nothing again: a token that was issued in between stands.
    const owner = {
      ...world.actor('GRID_WORKER'),
      id: person,
      issuedAt: Date.parse(String(first.revocation?.at)) / 1000 + 1,
    };
    expect((await run(world, owner, GridWorkersDocument, {})).errors).toEqual([]);
  });
});
