import { readFileSync } from 'node:fs';
import { pointIn } from '../../local/seed/areas';
import { person } from '../../local/seed/people';
import { portsFrom } from '../../local/ports';
import { invoke } from '../../local/bucket-events';
import { newId } from '../../src/shared/ids';
import { CasePageDocument, EscalateCaseDocument, ReportCaseDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { slotOf } from '../support/evidence';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';
import { uploadFile } from '../support/upload';

/** What the doors write while people use them, over HTTP, the bucket, the stream and the clock. */
describe('the logs of the doors', () => {
  const log = () => readFileSync(process.env.WANGGE_TEST_DOORS_LOG ?? '', 'utf8');
  const entries = () =>
    log()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.includes('"level"'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('are JSON with a request id, and never hold what a resident said, a name or a token', async () => {
    const resident = person('peng-xiaoli');
    const client = await laptop().clientOf(resident.key);
    const [id, text, address] = [newId(), `邻里之间的私事 ${newId()}`, `某栋某号 ${newId()}`];
    const photo = await makePhoto({ place: pointIn(1), caption: 'private' });
    const input = {
      id,
      category: 'OTHER',
      text,
      place: { point: pointIn(1), address },
      evidence: [slotOf(photo)],
    };
    const { reportCase } = await client.request(ReportCaseDocument, { input });
    await uploadFile(reportCase.case?.evidence[0]?.upload, photo);
    await eventually(async () => {
      const { case: page } = await client.request(CasePageDocument, { id });
      return page?.evidence.find(({ status }) => status === 'VERIFIED');
    });
    const worker = await laptop().clientOf('wang-fang');
    const reason = `与彭女士有关 ${newId()}`;
    await worker.request(EscalateCaseDocument, { input: { id: newId(), caseId: id, text: reason } });
    // Refusals of every kind, which must not quote what was sent.
    await Promise.allSettled([
      client.request(EscalateCaseDocument, { input: { id: newId(), caseId: id, text } }),
      client.request(ReportCaseDocument, { input: { ...input, text: `${text}!` } }),
      client.request(ReportCaseDocument, { input: { ...input, id: 5 as never } }),
      fetch(laptop().apiUrl, { method: 'POST', body: `{"${text}` }),
    ]);
    const ports = portsFrom(laptop().port);
    expect(await invoke('wangge-laptop-clock', {}, `http://localhost:${ports.lambda}`)).toBe(true);
    await eventually(() => Promise.resolve(entries().find(({ message }) => message === 'case told')));

    const found = entries();
    expect(found.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['evidence checked', 'case told']),
    );
    for (const entry of found) {
      expect(entry).toMatchObject({
        service: 'wangge',
        level: expect.stringMatching(/^(INFO|WARN|ERROR)$/) as string,
        timestamp: expect.any(String) as string,
        function_request_id: expect.stringMatching(/.{8}/) as string,
      });
    }
    const written = log();
    for (const secret of [text, address, reason, resident.name, 'eyJhbGciOi'])
      expect(written).not.toContain(secret);
  });
});
