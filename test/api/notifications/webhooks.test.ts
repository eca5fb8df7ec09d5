import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { createReminders } from '../../../src/app/reminders';
import { type Image } from '../../../src/data/table-change';
import { makeBridge } from '../../support/bridge';
import { inboxOf } from '../../support/notifications';
import { appointed } from '../../support/staff';
import { noteMade, madeOf } from '../../support/webhooks';

describe('a webhook that was switched off by itself', () => {
  it('is told to the staff of its district, once each time, and not when somebody switches it off', async () => {
    const made = await makeBridge();
    try {
      const { world, id, receiver } = made;
      const staff = world.actor('DISTRICT_STAFF');
      const posted = { person: staff.id, role: 'DISTRICT_STAFF', area: world.district } as const;
      await appointed(world, posted);
      const imageOf = async (): Promise<Image> => {
        const { table } = world.foundation;
        const Key = { pk: `WEBHOOKS#${world.district}`, sk: 'WEBHOOKS' };
        return (await table.client.send(new GetCommand({ TableName: table.name, Key }))).Item!;
      };
      let before = await imageOf();
      const told = async () => {
        const after = await imageOf();
        for (let time = 0; time < 2; time += 1)
          await createReminders(world.foundation).observe([{ before, after }]);
        before = after;
        return (await inboxOf(world, staff)).rows.filter(({ kind }) => kind === 'WEBHOOK_OFF');
      };
      await made.change({ isOn: false });
      expect(await told()).toEqual([]);
      await made.change({ isOn: true });
      receiver.answerBy((response) => response.writeHead(410).end());
      for (const times of [1, 2]) {
        await noteMade(world, [madeOf(world, times)]);
        world.clock.advance(1_000);
        expect(await made.deliver()).toMatchObject({ SWITCHED_OFF: 1 });
        const notices = await told();
        expect(notices).toHaveLength(times);
        expect(notices[0]).toMatchObject({ about: null, case: null, by: { name: '系统提醒' } });
        expect(notices[0]!.id).toContain(id);
        await made.change({ isOn: true });
        expect(await told()).toHaveLength(times);
      }
    } finally {
      await made.close();
    }
  });
});
