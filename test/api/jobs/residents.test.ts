import iconv from 'iconv-lite';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { type Actor } from '../../../src/auth/actor';
import { uploadKey } from '../../../src/modules/jobs/job.keys';
import { LEASE_MS } from '../../../src/modules/jobs/job.rules';
import { checkCharacter } from '../../../src/shared/identity-number.rules';
import { newId } from '../../../src/shared/ids';
import { ExportOpenDocument, ImportJobDocument, type JobKind } from '../../generated/operations';
import { run } from '../../support/api';
import { bringIn, workDyingAt, ENOUGH, fetched, jobOf, openWithFile, workOf } from '../../support/jobs';
import { identityNumber, livingIn, mobile } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';
import { makeXlsx } from '../../support/xlsx';

let world: World;
let staff: Actor;
beforeEach(async () => {
  world = await makeWorld({ ownTable: true });
  staff = world.actor('COMMUNITY_STAFF');
});

const HEADINGS = ['姓名', '身份证号', '手机号', '人口类别', '院落编码', '门牌', '与户主关系', '入住日期'];
type Line = readonly [string, string, string, string, string, string, string, string];

/** Somebody of a file, whom nobody is. */
function person(door: string, relation = '其他', more: { name?: string; number?: string } = {}): Line {
  const { name = '测试甲', number = identityNumber() } = more;
  return [name, number, mobile(), '户籍', world.courtyard, door, relation, '2020-03-01'];
}

const csv = (lines: readonly Line[]) => [HEADINGS, ...lines].map((line) => line.join(',')).join('\n');

/** Two families, the second of which is parted by the end of a chunk. */
const families = () => [
  ...[person('1-1-101', '户主'), person('1-1-101', '配偶'), person('1-1-102', '户主')],
  ...[person('1-1-102', '子女'), person('1-1-102', '父母'), person('1-1-103', '户主')],
];

/** Who lives where, as the registry tells it. */
async function registry() {
  const { households, foundation } = { ...world.services, foundation: world.foundation };
  const all = await households.allIn(world.courtyard);
  return Promise.all(
    all.map(async ({ id, door, memberCount }) => {
      const home = await households.lookUp(createCollectionReader(foundation.table), id);
      const members = home === undefined ? [] : households.membersOn(home);
      return [door, memberCount, members.map(({ relation, maskedPhone }) => [relation, maskedPhone]).sort()];
    }),
  );
}

const residents = { kind: 'RESIDENTS' as JobKind };

describe('an import of residents', () => {
  it('puts families on file from GB 18030 and from XLSX; the same file again changes nothing', async () => {
    const lines = families();
    const first = await bringIn(world, staff, iconv.encode(csv(lines), 'gb18030'), residents);
    expect(first).toMatchObject({ findings: [], report: { good: 6, bad: 0, unchanged: 0 } });
    const before = await registry();
    expect(before.map(([door, members]) => [door, members])).toEqual([
      ...[
        ['1-1-101', 2],
        ['1-1-102', 3],
        ['1-1-103', 1],
      ],
    ]);
    const sheet = makeXlsx([['居民登记表'], HEADINGS, ...lines.map((line) => [...line])]);
    const again = await bringIn(world, staff, sheet, { ...residents, format: 'XLSX' });
    expect(again.report).toMatchObject({ good: 0, bad: 0, unchanged: 6 });
    expect(await registry()).toEqual(before);
  });

  it('says in both languages what is wrong with a line, and repeats nobody’s data', async () => {
    const good = identityNumber();
    const wrong = good.slice(0, 17) + (checkCharacter(good.slice(0, 17)) === '1' ? '2' : '1');
    const lines = [
      person('1-1-101', '户主', { number: wrong, name: '绝密姓名' }),
      person('1-1-102', '户主'),
      person('1-1-102', '户主', { name: '绝密姓名' }),
    ];
    const job = await bringIn(world, staff, csv(lines), residents);
    expect(job.report).toMatchObject({ good: 1, bad: 2 });
    expect(job.findings).toMatchObject([
      { line: 2, column: '公民身份号码', value: '5***', code: 'IDENTITY_NUMBER_CHECK_CHARACTER' },
      { line: 4, column: '与户主关系', code: 'HEAD_TAKEN' },
    ]);
    const report = await fetched(job.report?.url);
    expect(report).toContain('公民身份号码的校验码不符，请核对各位数字。');
    expect(report).toContain('The check character of the identity number does not fit');
    const chinese = await run(world, staff, ImportJobDocument, { id: job.id }, 'zh');
    expect(chinese.data.job?.findings[0]?.message).toBe('公民身份号码的校验码不符，请核对各位数字。');
    const secrets = ['绝密姓名', wrong, ...lines.flatMap(([, number, phone]) => [number, phone])];
    for (const said of [report, JSON.stringify(job)])
      for (const secret of secrets) expect(said).not.toContain(secret);
  });

  it('leaves no identity number and no phone in the open in table or log', async () => {
    const written: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        written.push(String(text));
        return true;
      }),
    );
    const lines = [...families(), person('1-1-104', '户主', { number: '510199199005170000' })];
    await bringIn(world, staff, csv(lines), residents);
    for (const spy of spies) spy.mockRestore();
    const { client, name } = world.foundation.table;
    const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
    const table = JSON.stringify(Items);
    expect(table).toContain('RESIDENT#');
    for (const [, number, phone] of lines) {
      for (const place of [table, written.join('')]) {
        expect(place).not.toContain(number);
        expect(place).not.toContain(phone);
      }
    }
    expect(written.join('')).not.toContain('测试甲');
    const jobs = JSON.stringify(Items.filter(({ pk }) => String(pk).startsWith('JOB#')));
    expect(jobs).not.toContain('测试甲');
  });

  it('refuses whom another household has, on file or in this file, and lines without a courtyard', async () => {
    const reads = createCollectionReader(world.foundation.table);
    const home = { courtyard: world.courtyard, door: '9-9-901', address: '院' };
    const { outcome, ...made } = await world.services.registryImport.importHousehold(reads, home);
    expect(outcome).toBe('ADDED');
    const taken = identityNumber();
    await livingIn(world, 'id' in made ? made.id : '', { id: undefined, identityNumber: taken });
    const twice = identityNumber();
    const lines: Line[] = [
      person('1-1-101', '户主', { number: taken }),
      person('1-1-102', '户主', { number: twice }),
      person('1-1-103', '其他'),
      person('1-1-104', '其他', { number: twice }),
      ['测试甲', identityNumber(), mobile(), '户籍', `${world.grid}999`, '1-1-1', '户主', '2020-03-01'],
    ];
    const job = await bringIn(world, staff, csv(lines), residents);
    expect(job.findings.map(({ line, code }) => [line, code])).toEqual([
      ...[
        [2, 'LIVES_ELSEWHERE'],
        [5, 'LIVES_ELSEWHERE'],
        [6, 'COURTYARD_UNKNOWN'],
      ],
    ]);
    expect(job.report).toMatchObject({ good: 2, bad: 3 });
  });

  it('puts them on file in the name of whoever opened it', async () => {
    await bringIn(world, staff, csv(families()), residents);
    const [home] = await world.services.households.allIn(world.courtyard);
    const reads = createCollectionReader(world.foundation.table);
    const { changes = [] } = (await world.services.households.lookUp(reads, home?.id ?? '')) ?? {};
    const { id, name } = staff;
    expect(changes.map(({ by }) => by)).toEqual([{ id, name, role: 'COMMUNITY_STAFF' }]);
  });

  it('as a dry run reports the same and writes nobody', async () => {
    const lines = [...families(), person('1-1-103', '户主')];
    const dry = await bringIn(world, staff, csv(lines), { ...residents, dryRun: true });
    expect(dry.report).toMatchObject({ good: 6, bad: 1 });
    expect(await registry()).toEqual([]);
    const { report, findings } = await bringIn(world, staff, csv(lines), residents);
    expect({ ...report, url: '', findings }).toEqual({ ...dry.report, url: '', findings: dry.findings });
  });

  it('that is killed anywhere goes on to the same end with the same report', async () => {
    const lines = [...families(), person('1-1-104', '户主'), person('1-1-104', '户主')];
    const undisturbed = await openWithFile(world, staff, csv(lines), residents);
    const counted = workDyingAt(world, Infinity);
    await counted.work.arrived(uploadKey(undisturbed), ENOUGH);
    const [end, wanted] = [await registry(), await jobOf(world, staff, undisturbed)];
    expect(wanted.report).toMatchObject({ good: 7, bad: 1 });
    const steps = counted.calls();
    for (let step = 3; step <= steps; step += 2) {
      world = await makeWorld({ ownTable: true });
      staff = world.actor('COMMUNITY_STAFF');
      const here = lines.map(
        (line) => line.map((cell, at) => (at === 4 ? world.courtyard : cell)) as never as Line,
      );
      const id = await openWithFile(world, staff, csv(here), residents);
      await workDyingAt(world, step)
        .work.arrived(uploadKey(id), ENOUGH)
        .catch(() => undefined);
      world.clock.advance(LEASE_MS + 1);
      await workOf(world).arrived(uploadKey(id), ENOUGH);
      const { state, findings, report } = await jobOf(world, staff, id);
      expect({ step, state, findings, good: report?.good, bad: report?.bad, end: await registry() }).toEqual({
        ...{ step, state: 'DONE', findings: wanted.findings, good: 7, bad: 1, end },
      });
    }
  }, 240_000);
});

it('an export of residents has masked numbers, which nobody can bring in again', async () => {
  const lines = families();
  await bringIn(world, staff, csv(lines), residents);
  const input = { id: newId(), kind: 'RESIDENTS' as const, format: 'CSV' as const, area: world.community };
  await run(world, staff, ExportOpenDocument, { input });
  await workOf(world).workOnDue(ENOUGH);
  const job = await jobOf(world, staff, input.id);
  expect(job).toMatchObject({ state: 'DONE', openedBy: staff.name, progress: { rows: 6 } });
  const file = await fetched(job.fileUrl);
  expect(file.trim().split('\r\n')).toHaveLength(7);
  for (const [, number, phone] of lines) {
    expect(file).not.toContain(number);
    expect(file).not.toContain(phone);
  }
  expect(file).toMatch(/,5\*{16}\w,/);
  expect((await bringIn(world, staff, file, residents)).report).toMatchObject({ good: 0, bad: 6 });
});
