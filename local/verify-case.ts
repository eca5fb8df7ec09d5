import { HISTORY, linksAgain, type ToldCase } from './case-history';
import { linkOf } from '../src/modules/evidence/evidence-chain.rules';
import { firstPort, portsFrom } from './ports';
import { findPerson } from './issuer';
import { drawTable, say } from './say';

interface Link {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
  readonly recomputed: string | null;
  readonly finding: string;
  readonly checkedAt: string;
  readonly by: string;
  readonly link: string;
}

interface Verification {
  readonly links: readonly Link[];
  readonly next: string | null;
}

const OPERATION = `mutation ($input: VerifyEvidenceInput!) {
  verifyEvidence(input: $input) {
    verification { links { id size sha256 recomputed finding checkedAt by link } next }
    userErrors { message }
  }
}`;

/**
 * `npm run -s verify-case -- <case id> [person]`: makes the links of a case's history again, reads its files again on the running
 * laptop, and prints both chains.
 */
async function verifyCase(caseId: string, who: string): Promise<void> {
  const person = findPerson(who);
  if (person === undefined || caseId === '') throw new Error('npm run -s verify-case -- <case id> [person]');
  const ports = portsFrom(firstPort());
  const answer = await fetch(`http://localhost:${ports.issuer}/token`, {
    method: 'POST',
    body: JSON.stringify({ person: person.key }),
  });
  const { token } = (await answer.json()) as { token: string };
  const api = { url: `http://localhost:${ports.http}/graphql`, token };
  printHistory((await ask<{ case: ToldCase }>(api, HISTORY, { id: caseId })).case);
  const found = new Map<string, Link>();
  let after: string | null = null;
  do {
    const page = await verification(api, { caseId, after });
    for (const link of page.links)
      if (link.finding !== 'NOT_READ' || !found.has(link.id)) found.set(link.id, link);
    after = page.next;
  } while (after !== null);
  print(caseId, [...found.values()]);
}

interface Api {
  readonly url: string;
  readonly token: string;
}

async function verification(api: Api, input: object): Promise<Verification> {
  const { verifyEvidence } = await ask<{
    verifyEvidence: { verification: Verification | null; userErrors: { message: string }[] };
  }>(api, OPERATION, { input });
  if (verifyEvidence.verification) return verifyEvidence.verification;
  throw new Error(verifyEvidence.userErrors.map(({ message }) => message).join(' '));
}

async function ask<Data>({ url, token }: Api, query: string, variables: object): Promise<Data> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: { message: string }[] };
  if (data && errors === undefined) return data;
  throw new Error((errors ?? []).map(({ message }) => message).join(' ') || `HTTP ${answer.status}`);
}

/** The history, and whether each link follows from what is printed beside it. */
function printHistory(told: ToldCase): void {
  const again = linksAgain(told);
  const rows = told.timeline.map(({ kind, at, by, text, link }, index) => [
    ...[kind, at, by.name, text ?? '', link, link === again[index] ? '✔' : '✘'],
  ]);
  console.log(drawTable([['step', 'at', 'by', 'text', 'link', 'again'], ...rows]));
  const holds = told.timeline.every(({ link }, index) => link === again[index]);
  console.log(
    say(
      `${rows.length} steps; the history ${holds ? 'is as it was kept' : 'was changed'}.`,
      `共 ${rows.length} 步;事件经过${holds ? '完整' : '被改动'}。`,
    ),
  );
  if (!holds) process.exitCode = 1;
}

/** The table, and whether the links printed follow from what is printed beside them. */
function print(caseId: string, links: readonly Link[]): void {
  const head = ['file', 'bytes', 'announced', 'recomputed', 'finding', 'verified', 'by', 'link'];
  const rows = links.map(({ id, size, sha256, recomputed, finding, checkedAt, by, link }) => [
    ...[id, String(size), sha256, recomputed ?? '', finding, checkedAt, by, link],
  ]);
  console.log(drawTable([head, ...rows]));
  let before = caseId;
  const holds = links.every((part) => {
    before = linkOf(before, { ...part, checkedAt: new Date(part.checkedAt) });
    return before === part.link;
  });
  const removed = links.filter(({ finding }) => finding === 'REMOVED').length;
  const bad = links.filter(({ finding }) => finding !== 'EQUAL').length - removed;
  console.log(
    say(
      `${links.length} files, ${bad} not as they were, ${removed} removed when their term was over; the chain ${holds ? 'holds' : 'is broken'}.`,
      `共 ${links.length} 个文件,${bad} 个与登记不符,${removed} 个已按期销毁;证据链${holds ? '完整' : '断裂'}。`,
    ),
  );
  if (bad > 0 || !holds) process.exitCode = 1;
}

verifyCase(process.argv[2] ?? '', process.argv[3] ?? 'xu-wei').catch((error: unknown) => {
  console.error(`✘ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
