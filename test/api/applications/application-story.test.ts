import {
  amend,
  applicationInput,
  arrive,
  documentSlot,
  errands,
  handled,
  mine,
  move,
  open,
  resident,
  shown,
} from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

describe('an application', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
  });

  it('for birth registration: applied for in the portal, lacks a material, is asked, supplied, granted, and brought by the worker', async () => {
    const { me, service } = await resident(world);
    const [counter, street, worker] = [
      world.actor('COMMUNITY_STAFF'),
      world.actor('STREET_STAFF'),
      world.actor('GRID_WORKER'),
    ];
    const input = applicationInput(service, { answers: [] });
    const id = input.id;
    expect((await open(world, me, input)).state).toBe('DRAFT');
    const draft = await shown(world, me, id);
    expect(draft).toMatchObject({
      applicant: {
        name: '测试者',
        known: [{ fact: 'NAME', value: '测试者' }, { fact: 'BIRTH_DATE' }, { fact: 'RESIDENCE' }],
      },
      channel: 'ONLINE',
      consent: null,
      availableMoves: ['SUBMIT', 'WITHDRAW'],
    });

    // The draft lacks two materials and an answer: it is told all at once, and nothing is changed.
    const early = await move(world, me, [id, 1], 'SUBMIT');
    expect(early.paths).toEqual(['materials.MARRIAGE', 'materials.HOUSEHOLD_BOOK', 'answers.SPOUSE']);
    const [marriage, book] = [documentSlot(), documentSlot()];
    const added = await amend(world, me, {
      ...{ application: id, expectedVersion: 1, answers: [{ code: 'SPOUSE', value: '欧阳建国' }] },
      materials: [
        { code: 'MARRIAGE', evidence: [marriage] },
        { code: 'HOUSEHOLD_BOOK', evidence: [book] },
      ],
    });
    expect(added).toMatchObject({ state: 'DRAFT', version: 2, codes: [] });
    expect(await handled(world, counter, 'SUBMITTED')).toEqual([]);
    expect((await move(world, me, [id, 2], 'SUBMIT')).state).toBe('SUBMITTED');

    // The counter sees it in its list, masked, due in two working days.
    expect(await handled(world, counter, 'SUBMITTED')).toMatchObject([
      { id, maskedName: '测**', serviceName: '生育登记', dueAt: '2026-05-14T09:30:00.000Z' },
    ]);
    await arrive(world, id, marriage.id);
    await arrive(world, id, book.id, 'REJECTED');
    const refused = await move(world, counter, [id, 3], 'ACCEPT');
    expect(refused.paths).toEqual(['materials.HOUSEHOLD_BOOK']);
    const ask = { text: '户口簿照片无法辨认，请重新拍摄。', materials: ['HOUSEHOLD_BOOK'] };
    expect((await move(world, counter, [id, 3], 'ASK', ask)).state).toBe('SUPPLEMENT');

    // The resident reads what is asked, and supplies it.
    expect(await shown(world, me, id)).toMatchObject({
      ...{ state: 'SUPPLEMENT', dueAt: null, availableMoves: ['WITHDRAW', 'SUPPLY'] },
      missing: [{ code: 'APPLICATION_MATERIAL_MISSING', path: ['materials', 'HOUSEHOLD_BOOK'] }],
    });
    expect((await move(world, me, [id, 4], 'SUPPLY')).codes).toEqual(['APPLICATION_MATERIAL_MISSING']);
    const again = documentSlot();
    const materials = [{ code: 'HOUSEHOLD_BOOK', evidence: [again] }];
    await amend(world, me, { application: id, expectedVersion: 4, materials });
    expect((await move(world, me, [id, 5], 'SUPPLY')).state).toBe('SUBMITTED');
    await arrive(world, id, again.id);

    // Accepted and granted, with a picture of the result.
    expect((await move(world, counter, [id, 6], 'ACCEPT')).state).toBe('ACCEPTED');
    expect(await errands(world, worker)).toEqual([]);
    const result = documentSlot();
    const grant = { text: '准予登记。', evidence: [result] };
    expect((await move(world, street, [id, 7], 'APPROVE', grant)).state).toBe('READY');
    await arrive(world, id, result.id);
    expect(await shown(world, me, id)).toMatchObject({ result: [{ id: result.id, status: 'VERIFIED' }] });

    // Brought by the worker of the grid, who sees whose it is and where, and nothing of what was answered or brought.
    expect(await errands(world, worker)).toEqual([id]);
    expect(await shown(world, worker, id)).toMatchObject({
      ...{ answers: [], materials: [], result: [], availableMoves: ['BRING'] },
      applicant: { name: '测试者', known: [{ fact: 'RESIDENCE' }] },
    });
    expect((await move(world, worker, [id, 8], 'BRING')).state).toBe('COLLECTED');
    expect(await errands(world, worker)).toEqual([]);
    expect(await shown(world, worker, id)).toBe('NOT_FOUND');
    expect((await move(world, me, [id, 9], 'RATE', { score: 5 })).codes).toEqual([]);
    expect((await move(world, me, [id, 10], 'RATE', { score: 4 })).codes).toEqual(['APPLICATION_RATED']);
    expect(await mine(world, me)).toEqual([[id, 'COLLECTED']]);
    const end = await shown(world, me, id);
    expect(typeof end === 'string' ? [] : end.history.map(({ move: done }) => done)).toEqual(
      'OPEN AMEND SUBMIT ASK AMEND SUPPLY ACCEPT APPROVE BRING RATE'.split(' '),
    );
  });
});
