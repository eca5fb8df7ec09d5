import { newId } from '../../../src/shared/ids';
import { ReportCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, reportCase, reportInput, slotInput } from '../../support/cases';
import { makeWorld, type World } from '../../support/world';

describe('reporting a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  const report = async (input: object, actor = world.actor('GRID_WORKER')) => {
    const answer = await run(world, actor, ReportCaseDocument, {
      input: { ...reportInput(world), ...input },
    });
    return answer.data.reportCase;
  };

  it('finds the grid from the point and gives the case to that grid', async () => {
    const reported = await reportCase(world, world.actor('GRID_WORKER'));
    expect(reported).toMatchObject({
      version: 1,
      state: 'REPORTED',
      area: world.grid,
      holder: { level: 'GRID', code: world.grid, name: '第一网格' },
      areaNames: ['某区', '某街道', '某社区', '第一网格'],
    });
  });

  it('gives a report by a secondary worker to the courtyard they name', async () => {
    const reported = await reportCase(world, world.actor('SECONDARY_WORKER'), {
      place: { area: world.courtyard },
    });
    expect(reported.holder).toMatchObject({ level: 'COURTYARD', code: world.courtyard });
  });

  it('gives a report by a secondary worker from a point to the grid the point lies in', async () => {
    const reported = await reportCase(world, world.actor('SECONDARY_WORKER'));
    expect(reported).toMatchObject({ area: world.grid, holder: { level: 'GRID', code: world.grid } });
  });

  it('refuses a secondary worker in another grid', async () => {
    const refused = await report({ place: { area: world.nextGrid } }, world.actor('SECONDARY_WORKER'));
    expect(refused.userErrors).toMatchObject([{ code: 'OUT_OF_AREA' }]);
  });

  it('answers the same id and content again with the same case, and stores it once', async () => {
    const worker = world.actor('GRID_WORKER');
    const input = reportInput(world, { evidence: [slotInput(), slotInput()] });
    const answers = await Promise.all([1, 2, 3].map(() => run(world, worker, ReportCaseDocument, { input })));
    for (const { data } of answers) {
      expect(data.reportCase.userErrors).toEqual([]);
      expect(data.reportCase.case).toMatchObject({ id: input.id, version: 1 });
      expect(data.reportCase.case?.evidence).toHaveLength(2);
    }
    const page = await casePage(world, worker, input.id);
    expect(page.timeline).toHaveLength(1);
    expect(page.evidence).toHaveLength(2);
  });

  it('refuses the same id with other content as CONFLICT and leaves what stands', async () => {
    const worker = world.actor('GRID_WORKER');
    const first = await reportCase(world, worker);
    const second = await report({ id: first.id, text: '另一件事' }, worker);
    expect(second.case).toBeNull();
    expect(second.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['id'] }]);
    expect((await casePage(world, worker, first.id)).text).toContain('成箱货物');
  });

  it('refuses an id that somebody else used, even with the same content', async () => {
    const input = reportInput(world);
    await report(input);
    const second = await report(input, world.actor('GRID_WORKER'));
    expect(second.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('writes neither case nor slots when one slot’s id is taken', async () => {
    const worker = world.actor('GRID_WORKER');
    const slot = slotInput();
    const id = newId();
    await reportCase(world, worker, { id, evidence: [slot] });
    const input = reportInput(world, { id, evidence: [{ ...slot, size: 2000 }] });
    expect((await report(input, worker)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await casePage(world, worker, id)).evidence).toMatchObject([{ size: 1000 }]);
  });

  it.each([
    ['an id that is no UUID version 7', { id: 'abc' }, 'ID_INVALID', ['id']],
    ['an unknown category', { category: 'NOPE' }, 'CATEGORY_UNKNOWN', ['category']],
    ['a group of categories', { category: 'CITY_APPEARANCE' }, 'CATEGORY_UNKNOWN', ['category']],
    ['an empty text', { text: '  ' }, 'TEXT_REQUIRED', ['text']],
    ['a text that is too long', { text: '长'.repeat(2001) }, 'TEXT_TOO_LONG', ['text']],
    ['no place', { place: {} }, 'PLACE_REQUIRED', ['place']],
    [
      'a point in no grid',
      { place: { point: { latitude: 85, longitude: 1 } } },
      'PLACE_OUTSIDE_GRIDS',
      ['place', 'point'],
    ],
    [
      'an area that does not exist',
      { place: { area: '999999999999999' } },
      'AREA_UNKNOWN',
      ['place', 'area'],
    ],
    [
      'a file type that is not taken',
      { evidence: [{ ...slotInput(), contentType: 'text/html' }] },
      'EVIDENCE_TYPE_NOT_ALLOWED',
      ['evidence', '0', 'contentType'],
    ],
    [
      'a PDF, which only an application takes',
      { evidence: [{ ...slotInput(), role: 'DOCUMENT', contentType: 'application/pdf' }] },
      'EVIDENCE_TYPE_NOT_ALLOWED',
      ['evidence', '0', 'contentType'],
    ],
    [
      'a file over the limit',
      { evidence: [{ ...slotInput(), size: 20_000_001 }] },
      'EVIDENCE_SIZE_INVALID',
      ['evidence', '0', 'size'],
    ],
    [
      'a hash that is none',
      { evidence: [{ ...slotInput(), sha256: 'x' }] },
      'EVIDENCE_HASH_INVALID',
      ['evidence', '0', 'sha256'],
    ],
    [
      'ten files',
      { evidence: Array.from({ length: 10 }, () => slotInput()) },
      'EVIDENCE_TOO_MANY',
      ['evidence'],
    ],
  ])('refuses %s with its own code and path', async (_what, more, code, path) => {
    const refused = await report(more);
    expect(refused).toMatchObject({ case: null, userErrors: [{ code, path }] });
    expect(refused.userErrors[0]?.message.length).toBeGreaterThan(10);
  });

  it('refuses a community as a place, because a case happens in a grid', async () => {
    const refused = await report({ place: { area: world.community } });
    expect(refused.userErrors).toMatchObject([{ code: 'AREA_UNKNOWN' }]);
  });

  it('refuses a grid worker in the grid of a foreign community', async () => {
    const refused = await report({ place: { area: world.foreignGrid } });
    expect(refused.userErrors).toMatchObject([{ code: 'OUT_OF_AREA' }]);
  });

  it('shows a resident’s name only masked', async () => {
    const resident = world.actor('RESIDENT', undefined, '彭晓丽');
    const { id } = await reportCase(world, resident);
    const page = await casePage(world, world.actor('GRID_WORKER'), id);
    expect(page.reporter).toMatchObject({ name: '彭**', role: 'RESIDENT' });
    expect(JSON.stringify(page)).not.toContain('晓丽');
  });

  it('speaks Chinese to whoever reads Chinese', async () => {
    const { data } = await run(
      world,
      world.actor('GRID_WORKER'),
      ReportCaseDocument,
      { input: { ...reportInput(world), text: '' } },
      'zh',
    );
    expect(data.reportCase.userErrors[0]?.message).toBe('请填写说明。');
  });
});
