import './production';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWholeApp } from '../src/app/backstage';
import { createFoundation } from '../src/app/foundation';
import { readEnv } from '../src/shared/env';
import { startDynamodb } from '../local/dynamodb';
import { startIssuer } from '../local/issuer';
import { openFieldKey } from '../local/field-key';
import { openIssuerKey } from '../local/issuer-key';
import { type Running } from '../local/process';
import { makeTable } from '../local/resources/table';
import { person } from '../local/seed/people';
import { seedOnce } from '../local/seed-once';
import { seedId } from '../local/seed/ids';
import { casePage } from './case-page';
import { coldStart } from './cold-start';
import { environmentFor } from './environment';
import { fanOut } from './fan-out';
import { importRegistry } from './import';
import { manyCases } from './many-cases';

const PORT = 4310;
const CASE = seedId('CASE', 3);

/** `npm run bench`: what a request costs, as ratios, each of two things measured in turns in this one run. */
async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-bench-'));
  const running: Running[] = [];
  try {
    const key = await openIssuerKey(join(folder, 'key.json'));
    const issuer = await startIssuer({ port: PORT, audience: 'wangge-api', key });
    running.push(issuer);
    const database = await startDynamodb({ port: PORT + 1, log: join(folder, 'dynamodb.log') });
    running.push(database);
    const fieldKey = openFieldKey(join(folder, 'field-key'));
    const given = environmentFor({ endpoint: database.endpoint, fieldKey, issuer: issuer.url });
    const environment = { ...process.env, ...given };
    Object.assign(process.env, environment);
    await makeTable({ name: 'bench', endpoint: database.endpoint });
    await seedOnce(createWholeApp(readEnv()));

    const actor = person('xu-wei');
    const terms = { issuer: issuer.url, audience: 'wangge-api', seconds: 3600 };
    const event = requestOf(await key.sign(actor, terms));
    console.log('Cold start: the graphql door (a case page) / a bare handler with one SDK call');
    console.log((await coldStart({ folder, event, environment })).join('\n'));
    console.log('Warm: the whole request / graphql-js execute on the same resolved data');
    const foundation = createFoundation(readEnv());
    console.log((await casePage({ foundation, actor, caseId: CASE })).join('\n'));
    console.log('Import: files of households and residents, from the upload to the report');
    const area = '510108008003';
    const opener = { actor: person('lin-yan'), area, grid: `${area}001` };
    console.log((await importRegistry({ foundation: createFoundation(readEnv()), ...opener })).join('\n'));
    console.log('Many cases: what the screens cost with a hundred in the table, and with 200,000');
    console.log(await manyCases());
    console.log('Fan-out: one event to the screens that watch its community, on serverless-offline');
    console.log(await fanOut({ folder, port: PORT + 10 }));
  } finally {
    await Promise.all(running.map((part) => part.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A case page as API Gateway brings it. */
function requestOf(token: string) {
  const query = readFileSync('schema/operations/governance-centre/case-page.graphql', 'utf8');
  return {
    version: '2.0',
    routeKey: 'POST /graphql',
    rawPath: '/graphql',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    requestContext: { http: { method: 'POST', path: '/graphql' } },
    body: JSON.stringify({ query, variables: { id: CASE } }),
    isBase64Encoded: false,
  };
}

void bench();
