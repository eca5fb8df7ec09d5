import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  type OpenApplicationInput,
  SubmitVisitDocument,
  type SubmitVisitInput,
  type VisitPartInput,
  VisitPageDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { documentSlot, handled, offeredIn, onBehalf, ORIGINALS, shown } from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { newcomer } from '../../support/residents';
import { listed, visitOf } from '../../support/visits';
import { type World } from '../../support/world';

describe('a visit that brings home a service request', () => {
  let world: World;
  let table: MemoryTable;
  let worker: Actor;
  let household: string;
  let resident: string;
  let service: string;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    worker = world.actor('GRID_WORKER');
    ({ household, resident } = await listed(world));
    service = await offeredIn(world);
  });

  const request = (more: Partial<OpenApplicationInput> = {}) => ({
    ...onBehalf(world, service, resident),
    ...more,
  });
  const visit = (...parts: VisitPartInput[]) => visitOf(world, household, { parts });
  const send = async (input: SubmitVisitInput, actor = worker) => {
    const { data, errors } = await run(world, actor, SubmitVisitDocument, { input });
    const refused = data as typeof data | null;
    return { parts: refused?.submitVisit.parts ?? [], errors };
  };
  const told = async (input: SubmitVisitInput, actor = worker) =>
    (await send(input, actor)).parts.map(({ status, userErrors }) => userErrors[0]?.code ?? status);

  it('opens a draft in the resident’s name, which names the visit as the visit names it, and tells what is missing', async () => {
    const application = request();
    const input = visit({ application });
    const { parts } = await send(input);
    expect(parts).toMatchObject([
      {
        ...{ kind: 'APPLICATION', id: application.id, status: 'APPLIED', userErrors: [] },
        application: {
          ...{ id: application.id, version: 1, state: 'DRAFT' },
          missing: [
            { code: 'APPLICATION_MATERIAL_MISSING', path: ['materials', 'MARRIAGE'] },
            { code: 'APPLICATION_MATERIAL_MISSING', path: ['materials', 'HOUSEHOLD_BOOK'] },
          ],
        },
      },
    ]);
    expect(await shown(world, worker, application.id)).toMatchObject({
      ...{ channel: 'GRID_WORKER', origin: { type: 'VISIT', id: input.id } },
      ...{ consent: { way: 'SPOKEN', to: { name: worker.name } }, applicant: { resident } },
      history: [{ move: 'OPEN' }],
    });
    const { data } = await run(world, worker, VisitPageDocument, { id: input.id });
    expect(data.visit?.parts).toEqual([{ kind: 'APPLICATION', id: application.id }]);
  });

  it('submits it with the same write where nothing is missing, and leaves it a draft where something is', async () => {
    const counter = world.actor('COMMUNITY_STAFF');
    const [whole, half] = [
      request({ materials: ORIGINALS, submitWhenComplete: true }),
      request({ materials: ORIGINALS.slice(1), submitWhenComplete: true }),
    ];
    const { parts } = await send(visit({ application: whole }, { application: half }));
    expect(parts.map(({ application }) => [application?.state, application?.missing.length])).toEqual([
      ['SUBMITTED', 0],
      ['DRAFT', 1],
    ]);
    expect(await handled(world, counter, 'SUBMITTED')).toMatchObject([
      { id: whole.id, dueAt: '2026-05-14T09:30:00.000Z' },
    ]);
    expect(await shown(world, counter, whole.id)).toMatchObject({
      ...{ availableMoves: ['RETURN', 'ACCEPT', 'ASK'] },
      history: [{ move: 'OPEN', materials: ['MARRIAGE', 'HOUSEHOLD_BOOK'] }, { move: 'SUBMIT' }],
    });
    expect(await shown(world, counter, half.id)).toBe('NOT_FOUND');
  });

  it('takes slots for pictures of papers, which may follow after it was submitted', async () => {
    const slot = documentSlot();
    const materials = [{ code: 'MARRIAGE', evidence: [slot] }, ...ORIGINALS.slice(1)];
    const application = request({ materials, submitWhenComplete: true });
    const { parts } = await send(visit({ application }));
    expect(parts).toMatchObject([{ application: { state: 'SUBMITTED' } }]);
    expect(await shown(world, worker, application.id)).toMatchObject({
      materials: [{ code: 'MARRIAGE', files: [{ id: slot.id, status: 'AWAITED' }] }, {}, {}],
    });
    const film = { ...documentSlot(), contentType: 'video/mp4' };
    const other = request({ materials: [{ code: 'MARRIAGE', evidence: [film] }] });
    expect(await told(visit({ application: other }))).toEqual(['EVIDENCE_TYPE_NOT_ALLOWED']);
    const again = request({ materials: [{ code: 'MARRIAGE', evidence: [documentSlot()] }] });
    expect(await told(visit({ application: again }, { application: request() }))).toEqual([
      'APPLIED',
      'APPLIED',
    ]);
  });

  it('is for somebody who lives there, also who was put on file at this very door, whatever the order', async () => {
    const person = newcomer(household, { relation: 'CHILD' });
    const elsewhere = (await listed(world)).resident;
    const parts = [
      { application: request({ resident: person.id }) },
      { newResident: person },
      { application: request({ resident: elsewhere }) },
      { application: request({ resident: null }) },
      { application: request({ resident: newId() }) },
    ];
    expect(await told(visit(...(parts as VisitPartInput[])))).toEqual([
      ...['APPLIED', 'APPLIED', 'APPLICATION_NOT_OF_HOUSEHOLD', 'ITEM_NOT_FOUND', 'ITEM_NOT_FOUND'],
    ]);
  });

  it.each([
    ['without consent', { consent: null }, 'CONSENT_INVALID'],
    ['for a service that is none', { service: '510108-NONE' }, 'SERVICE_UNKNOWN'],
    ['with a material of another service', { materials: [{ code: 'X' }] }, 'APPLICATION_MATERIAL_UNKNOWN'],
    ['with a number in an answer', { answers: [{ code: 'SPOUSE', value: '13812345678' }] }, 'NUMBER_IN_TEXT'],
  ] as const)('is refused by itself %s, and nothing else is', async (_what, more, code) => {
    const note = { id: newId(), kind: 'ERRAND' as const, text: '帮忙取快递。', evidence: [] };
    const input = visit({ application: request(more as Partial<OpenApplicationInput>) }, { note });
    expect(await told(input)).toEqual([code, 'APPLIED']);
    expect(await told(input)).toEqual([code, 'DUPLICATE']);
  });

  it('is answered again as it stands, and never opened twice, also when the resident has moved away since', async () => {
    const input = visit({ application: request({ materials: ORIGINALS, submitWhenComplete: true }) });
    const first = await send(input);
    const everything = table.everything();
    const again = await send(input);
    expect(again.parts).toEqual(first.parts.map((part) => ({ ...part, status: 'DUPLICATE' })));
    expect(table.everything()).toEqual(everything);
    const end = { household, on: '2026-05-12', ending: 'MOVED_OUT' as const };
    expect(await told(visit({ residenceEnd: { id: newId(), resident, ...end } }))).toEqual(['APPLIED']);
    expect(await told(input)).toEqual(['DUPLICATE']);
    expect(await told(visit({ application: request() }))).toEqual(['RECORD_CLOSED']);
  });

  it('is opened by whoever may apply in somebody’s name: a secondary worker’s is refused, the rest of their visit is not', async () => {
    const second = world.actor('SECONDARY_WORKER');
    const note = { id: newId(), kind: 'NEED' as const, text: '想办生育登记。', evidence: [] };
    expect(await told(visit({ application: request() }, { note }), second)).toEqual([
      'ITEM_NOT_FOUND',
      'APPLIED',
    ]);
  });

  it('opens nothing where the visit itself is refused', async () => {
    const application = request();
    const input = { ...visit({ application }), note: '电话 13812345678' };
    expect((await send(input)).parts).toEqual([]);
    expect(await shown(world, worker, application.id)).toBe('NOT_FOUND');
  });
});
