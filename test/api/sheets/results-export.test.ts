import { type Actor } from '../../../src/auth/actor';
import { openFile } from '../../../src/modules/jobs/file-read.format';
import { sheetResultsTable } from '../../../src/modules/jobs/sheet-results.table';
import { newId } from '../../../src/shared/ids';
import { ExportOpenDocument, type OpenExportInput } from '../../generated/operations';
import { run } from '../../support/api';
import { ENOUGH, fetched, importOf, jobOf, workOf } from '../../support/jobs';
import { filledIn, published } from '../../support/sheets';
import { makeWorld, type World } from '../../support/world';

let world: World;
let staff: Actor;
beforeEach(async () => {
  world = await makeWorld({ ownTable: true });
  staff = world.actor('COMMUNITY_STAFF');
});

async function open(more: Partial<OpenExportInput>, actor = staff) {
  const kind = 'SHEET_RESULTS' as const;
  const input = { id: newId(), kind, format: 'CSV' as const, area: world.community, ...more };
  const { data, errors } = await run(world, actor, ExportOpenDocument, { input });
  return { id: input.id, refusal: errors[0]?.extensions?.code ?? data.openExport.userErrors[0]?.code };
}
async function takenOut(format: OpenExportInput['format'], sheet: string): Promise<string> {
  const { id, refusal } = await open({ sheet, format });
  expect(refusal).toBeUndefined();
  await workOf(world).workOnDue(ENOUGH);
  return (await jobOf(world, staff, id)).fileUrl ?? '';
}

describe('the results of a sheet', () => {
  it('are taken out as CSV, XLSX and JSON Lines: choices in words, names and numbers masked', async () => {
    const sheet = await published(world);
    await filledIn(world, undefined, { sheet });
    await filledIn(world, undefined, { sheet });
    const other = await filledIn(world);
    const csv = await fetched(await takenOut('CSV', sheet));
    const [head = '', ...lines] = csv.trim().split('\r\n');
    expect(head).toContain(
      '填报编号,版本,院落编码,对象,对象编号,状态,填报时间,填报人,姓名,性别,公民身份号码,联系电话',
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /,陈\*\*,.*,待审核,.*,陈小雨,[男女],5\*{16}.,154\*{4}\d{4},.*,租住房屋,郑国强,154\*{4}\d{4},/,
    );
    expect(csv).not.toContain(other.fill);
    const rows = (await fetched(await takenOut('JSONL', sheet))).trim().split('\n');
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({
      version: 1,
      'answers.housing': 'RENTED',
      'answers.insured': true,
    });
    const book = new Uint8Array(await (await fetch(await takenOut('XLSX', sheet))).arrayBuffer());
    const versions = [await world.services.sheets.get(staff, sheet, 1)];
    expect((await openFile(book, sheetResultsTable(versions))).rows).toBe(2);
  });

  it('are for those who may read them, need a sheet, and are never brought in', async () => {
    const sheet = await published(world);
    const refusals = await Promise.all([
      open({ sheet }, world.actor('DISTRICT_STAFF')),
      open({ sheet, area: world.otherCommunity }),
      open({}),
      open({ sheet, kind: 'HOUSEHOLDS' }),
      open({ sheet, format: 'GEOJSON' }),
    ]);
    expect(refusals.map(({ refusal }) => refusal)).toEqual([
      ...[
        'JOB_OUT_OF_AREA',
        'JOB_OUT_OF_AREA',
        'JOB_SHEET_NEEDED',
        'JOB_SHEET_NEEDED',
        'JOB_FORMAT_NOT_FOR_KIND',
      ],
    ]);
    const file = importOf(Buffer.from('x'), 'HOUSEHOLDS', world.community);
    const input = { ...file, kind: 'SHEET_RESULTS' as const };
    await expect(world.services.jobs.openImport(staff, input)).rejects.toMatchObject({
      code: 'JOB_KIND_GOES_OUT_ONLY',
    });
  });
});
