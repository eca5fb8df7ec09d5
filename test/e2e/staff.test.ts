import { GraphQLClient } from 'graphql-request';
import { seedId } from '../../local/seed/ids';
import { person } from '../../local/seed/people';
import { newId } from '../../src/shared/ids';
import {
  AppointStaffDocument,
  EndAppointmentDocument,
  MeDocument,
  MyGridWorkerDocument,
  PersonAppointmentsDocument,
  StaffDocument,
} from '../generated/operations';
import { laptop } from '../support/laptop';

const COURTYARD = '510108008003005002';
const LEAVER = person('he-shufen');

/** Staff on the running laptop: its issuer says in each token what stands at that moment. */
describe('the staff of the demonstration community', () => {
  const clientOf = async (key: string) => {
    const token = await laptop().tokenFor(key);
    return new GraphQLClient(laptop().apiUrl, { headers: { authorization: `Bearer ${token}` } });
  };

  it('is seeded, with the workers’ own households', async () => {
    const community = await clientOf('lin-yan');
    const { staffOf } = await community.request(StaffDocument, { area: '510108008003', first: 100 });
    // Fourteen persons, and the machine of the community.
    expect(staffOf?.edges).toHaveLength(15);
    const { appointmentsOf } = await community.request(PersonAppointmentsDocument, {
      person: person('wang-fang').id,
    });
    expect(appointmentsOf[0]?.households.length).toBeGreaterThan(3);
    const { gridWorkersOf } = await (await clientOf('peng-xiaoli')).request(MyGridWorkerDocument);
    expect(gridWorkersOf?.map(({ workName }) => workName).sort()).toEqual(['李强', '王芳']);
  });

  it('who is dismissed is out at once, and back with a new token once appointed again', async () => {
    const worker = await clientOf(LEAVER.key);
    const community = await clientOf('lin-yan');
    const own = { area: COURTYARD };
    expect((await worker.request(MeDocument)).me.appointments).toMatchObject([own]);
    const ask = (client: GraphQLClient) => client.request(MyGridWorkerDocument);
    await ask(worker);

    const index = seedId('APPOINTMENT', 12);
    const input = { id: newId(), appointment: index, reason: '任期届满' };
    const { endAppointment } = await community.request(EndAppointmentDocument, { input });
    expect(endAppointment.userErrors).toEqual([]);
    await expect(ask(worker)).rejects.toMatchObject({
      response: { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    // Without any appointment one is whoever opens the portal for the first time: may ask who one is, and nothing else.
    const out = await clientOf(LEAVER.key);
    expect((await out.request(MeDocument)).me.appointments).toEqual([]);
    await expect(ask(out)).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'ACCOUNT_NOT_BOUND' } }] },
    });

    const again = {
      ...{ id: newId(), person: LEAVER.id, role: 'SECONDARY_WORKER' as const, area: COURTYARD },
      ...{ workName: LEAVER.name, from: '2026-01-01' },
    };
    const { appointStaff } = await community.request(AppointStaffDocument, { input: again });
    expect(appointStaff.userErrors).toEqual([]);
    // A token of the very second in which the appointment ended counts as issued before.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const back = await clientOf(LEAVER.key);
    expect((await back.request(MeDocument)).me.appointments).toMatchObject([own]);
    await ask(back);
  });
});
