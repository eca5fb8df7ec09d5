import { readFileSync } from 'node:fs';
import { buildSchema, execute, parse, printSchema } from 'graphql';
import { type ApiContext } from '../src/api/context';
import { createSchema } from '../src/api/schema';
import { createServer } from '../src/api/server';
import { type App, createServices } from '../src/app';
import { createStandings } from '../src/app/standings';
import { type Foundation } from '../src/app/foundation';
import { type Actor } from '../src/auth/actor';
import { createCollectionReader } from '../src/data/collection-reader';
import { compare, line } from './statistics';

const ROUNDS = 41;
const REQUESTS = 60;

/**
 * CPU of the whole case-page request (parse, validate, access, read, rules, execute, serialise; the table answers from
 * memory) against `execute` of graphql-js alone, on a plain schema, a parsed document and the same data resolved.
 */
export async function casePage(options: {
  foundation: Foundation;
  actor: Actor;
  caseId: string;
}): Promise<string[]> {
  const { foundation, actor, caseId } = options;
  const query = readFileSync('schema/operations/governance-centre/case-page.graphql', 'utf8');
  const variables = { id: caseId };
  const remembered = remember(foundation);
  const standings = createStandings(remembered);
  const services: App['services'] = createServices(remembered, standings);
  const server = createServer(createSchema(), { stage: 'bench' });
  const request = async () => {
    const contextValue: ApiContext = {
      actor: standings.actorOf({ ...actor, issuedAt: 0 }),
      ...{ tokenError: undefined, language: 'zh', requestId: 'bench', services },
      reads: createCollectionReader(remembered.table),
    };
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single' || body.singleResult.errors) throw new Error(JSON.stringify(body));
    return body.singleResult.data!;
  };
  const plain = buildSchema(printSchema(createSchema()));
  const document = parse(query);
  const rootValue = structuredClone(await request());
  const bare = async () => execute({ schema: plain, document, rootValue, variableValues: variables });
  const check = await bare();
  if (JSON.stringify(check.data) !== JSON.stringify(rootValue))
    throw new Error('The two do not give the same.');

  for (let round = 0; round < 6; round += 1) for (const work of [request, bare]) await cpuOf(work);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await cpuOf(request));
    theirs.push(await cpuOf(bare));
  }
  return [line('CPU of one case page', 'ms', compare(ours, theirs))];
}

/** CPU milliseconds of one request, over a row of them. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < REQUESTS; done += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / REQUESTS;
}

/** A foundation whose table answers each question once, and from then on the same from memory. */
function remember(foundation: Foundation): Foundation {
  const { table } = foundation;
  const answers = new Map<string, Promise<unknown>>();
  const send = (command: { input: object }) => {
    const question = JSON.stringify(command.input);
    const answer = answers.get(question) ?? table.client.send(command as never);
    answers.set(question, answer);
    return answer;
  };
  const client = new Proxy(table.client, {
    get: (target, name) => (name === 'send' ? send : (Reflect.get(target, name) as unknown)),
  });
  return { ...foundation, table: { ...table, client } };
}
