import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEOPLE } from '../../local/seed/people';
import { pointIn } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import { CasePageDocument, InboxDocument, ReportCaseDocument } from '../generated/operations';
import { freePorts } from '../support/free-ports';
import { laptop, laptopOn } from '../support/laptop';
import { type LaptopProcess, startLaptopProcess } from '../support/laptop-process';

// Three whole starts, on a machine that tests other things meanwhile.
jest.setTimeout(300_000);

/** `npm start`, as somebody meets it who has just cloned the repository. */
describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-start-'));
  const startIn = async (options: Partial<Parameters<typeof startLaptopProcess>[0]> = {}) => {
    const { port = await freePorts(6), state = join(folder, newId()), ...more } = options;
    return { port, process: startLaptopProcess({ port, state, ...more }) };
  };
  /** The one sentence it ends with. */
  const refusalOf = async (started: LaptopProcess): Promise<string> => {
    const status = await started.ended;
    const sentences = started.said().trim().split('\n');
    expect({ status, sentences: sentences.length }).toEqual({ status: 1, sentences: 1 });
    await started.gone();
    return sentences[0] ?? '';
  };
  const fakeJava = (version: string): string => {
    const home = join(folder, `java-${version}`);
    const java = join(home, 'bin', 'java');
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(java, `#!/bin/sh\necho 'openjdk version "${version}" 2019-01-15' >&2\n`);
    chmodSync(java, 0o755);
    return home;
  };

  it('shows where everything is and whom to act as, keeps the data, begins anew, and leaves nothing behind', async () => {
    const first = await startIn({ state: join(folder, 'kept') });
    const { port } = first;
    await first.process.ready;
    const { apiUrl, socketUrl, editorUrl, clientOf } = laptopOn(port);
    for (const each of [apiUrl, socketUrl, editorUrl, ...PEOPLE.map(({ key }) => key)])
      expect(first.process.said()).toContain(each);

    const id = newId();
    const worker = await clientOf('wang-fang');
    await worker.request(ReportCaseDocument, {
      input: { id, category: 'OTHER', text: '关机之前', place: { point: pointIn(1) }, evidence: [] },
    });
    const office = await clientOf('xu-wei');
    const before = await office.request(InboxDocument, {});
    await first.process.stop();
    await first.process.gone();
    expect(first.process.said()).not.toMatch(/✘|Error/);

    const again = await startIn({ port, state: join(folder, 'kept') });
    await again.process.ready;
    const { case: kept } = await worker.request(CasePageDocument, { id });
    expect(kept?.text).toBe('关机之前');
    expect(await office.request(InboxDocument, {})).toEqual(before);
    await again.process.stop();
    await again.process.gone();

    const fresh = await startIn({ port, state: join(folder, 'kept'), args: ['--fresh'] });
    await fresh.process.ready;
    const newWorker = await clientOf('wang-fang');
    await expect(newWorker.request(CasePageDocument, { id })).rejects.toThrow('NOT_FOUND');
    await fresh.process.stop();
    await fresh.process.gone();
  });

  it.each([400, 2_500, 5_000])(
    'leaves nothing behind when Ctrl-C comes %i ms after it began',
    async (wait) => {
      const { process: started } = await startIn();
      await new Promise((resolve) => setTimeout(resolve, wait));
      await started.stop();
      await started.gone();
      expect(started.said()).not.toMatch(/✘|Error/);
    },
  );

  it.each<[string, Record<string, () => string>, RegExp]>([
    [
      'no Java',
      { JAVA_HOME: () => '/nowhere' },
      /needs Java 17 or newer, and there is no "java".*Install one/,
    ],
    ['an old Java', { JAVA_HOME: () => fakeJava('11.0.2') }, /needs Java 17 or newer; this one is 11/],
    [
      'a database that cannot be reached',
      { DYNAMODB_ENDPOINT: () => 'http://localhost:1' },
      /DYNAMODB_ENDPOINT is http:\/\/localhost:1, and nothing answers there.*unset/,
    ],
    [
      'a file store that cannot be reached',
      { S3_ENDPOINT: () => 'http://localhost:1' },
      /S3_ENDPOINT is http:\/\/localhost:1, and nothing answers there.*unset/,
    ],
    ['an address that is none', { S3_ENDPOINT: () => 'ceph' }, /S3_ENDPOINT is ceph, and nothing answers/],
    [
      'a port that is none',
      { WANGGE_PORT: () => 'http' },
      /WANGGE_PORT is "http". It must be a whole number/,
    ],
  ])('says in one sentence what to do about %s', async (_what, environment, sentence) => {
    const set = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value()]));
    const { process: started } = await startIn({ environment: set });
    expect(await refusalOf(started)).toMatch(sentence);
  });

  it('says in one sentence which port is taken, and how to start elsewhere', async () => {
    const port = await freePorts(6);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port + 3, 'localhost', resolve));
    const { process: started } = await startIn({ port });
    expect(await refusalOf(started)).toMatch(
      new RegExp(`Port ${String(port + 3)} \\(dynamodb\\) is taken.*WANGGE_PORT=\\d+ npm start`),
    );
    other.close();
  });

  it('says that it runs already', async () => {
    const { port } = laptop();
    const { process: started } = await startIn({ port });
    expect(await refusalOf(started)).toMatch(/Wangge runs already: http:\/\/localhost:\d+/);
  });

  it('says what it does not know', async () => {
    const { process: started } = await startIn({ args: ['--frsh'] });
    expect(await refusalOf(started)).toMatch(
      /"--frsh".*Known are --fresh, --seed small\|community\|district and --in-memory/,
    );
  });

  it.each<[string, readonly string[], Record<string, string>, RegExp]>([
    [
      'a size that is none',
      ['--seed', 'huge'],
      {},
      /--seed was given "huge"; it is one of small, community, district/,
    ],
    ['a size that is left out', ['--seed'], {}, /--seed was given nothing; it is one of/],
    [
      'a table in memory that is another’s',
      ['--in-memory'],
      { DYNAMODB_ENDPOINT: 'http://localhost:1' },
      /--in-memory is for the embedded table, and DYNAMODB_ENDPOINT names another/,
    ],
  ])('says in one sentence what to do about %s', async (_what, args, environment, sentence) => {
    const { process: started } = await startIn({ args, environment });
    expect(await refusalOf(started)).toMatch(sentence);
  });

  it('says it in Chinese where Chinese is spoken', async () => {
    const environment = { LANG: 'zh_CN.UTF-8', JAVA_HOME: '/nowhere' };
    const { process: started } = await startIn({ environment });
    expect(await refusalOf(started)).toMatch(/需要 Java 17 或更高版本/);
  });
});
