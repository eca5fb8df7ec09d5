import { createHash } from 'node:crypto';
import { COMMUNITY } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import { HouseholdsDocument, ImportJobDocument, ImportOpenDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { uploadFile } from '../support/upload';

/** From the slot to the report, through the running doors: ticket, upload, event of the bucket, work, link. */
it('a file of households is uploaded over HTTP, brought in, and reported on', async () => {
  const courtyard = `${COMMUNITY.code}006002`;
  const file = Buffer.from(
    `院落编码,门牌,地址,人数\n${courtyard},9-1-901,9 栋 901 号,3\n${courtyard},,缺门牌,1\n`,
  );
  const sha256 = createHash('sha256').update(file).digest('base64');
  const input = { id: newId(), area: COMMUNITY.code, dryRun: false, size: file.length, sha256 };
  const staff = await laptop().clientOf('lin-yan');
  const { openImport } = await staff.request(ImportOpenDocument, { input: { ...input, kind: 'HOUSEHOLDS' } });
  expect(openImport.userErrors).toEqual([]);
  expect(await uploadFile(openImport.job?.upload, file)).toBeLessThan(300);
  const job = await eventually(async () => {
    const { job: found } = await staff.request(ImportJobDocument, { id: input.id });
    return found?.state === 'DONE' || found?.state === 'FAILED' ? found : undefined;
  }, 60);
  expect(job).toMatchObject({ state: 'DONE', report: { good: 1, bad: 1 } });
  expect(job.findings).toMatchObject([{ line: 3, code: 'REQUIRED' }]);
  expect(await (await fetch(job.report?.url ?? '')).text()).toContain('必填项为空');
  const { households } = await staff.request(HouseholdsDocument, { area: courtyard, first: 100 });
  expect(households?.edges.map(({ node }) => node.door)).toContain('9-1-901');
}, 90_000);
