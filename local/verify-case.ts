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

/** `npm run -s verify-case -- <case id> [person]`: reads a case's files again on the running laptop, and prints the chain. */
async function verifyCase(caseId: string, who: string): Promise<void> {
  const person = findPerson(who);
  if (person === undefined || caseId === '') throw new Error('npm run -s verify-case -- <case id> [person]');
  const ports = portsFrom(firstPort());
  const answer = await fetch(`http://localhost:${ports.issuer}/token`, {
    method: 'POST',
    body: JSON.stringify({ person: person.key }),
  });
  const { token } = (await answer.json()) as { token: string };
  const found = new Map<string, Link>();
  let after: string | null = null;
  do {
    const page: Verification = await ask(`http://localhost:${ports.http}/graphql`, token, { caseId, after });
    for (const link of page.links)
      if (link.finding !== 'NOT_READ' || !found.has(link.id)) found.set(link.id, link);
    after = page.next;
  } while (after !== null);
  print(caseId, [...found.values()]);
}

async function ask(url: string, token: string, input: object): Promise<Verification> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: OPERATION, variables: { input } }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: { verifyEvidence: { verification: Verification | null; userErrors: { message: string }[] } };
    errors?: { message: string }[];
  };
  const refusals = [...(errors ?? []), ...(data?.verifyEvidence.userErrors ?? [])];
  if (!data?.verifyEvidence.verification)
    throw new Error(refusals.map(({ message }) => message).join(' ') || `HTTP ${answer.status}`);
  return data.verifyEvidence.verification;
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
  const bad = links.filter(({ finding }) => finding !== 'EQUAL').length;
  console.log(
    say(
      `${links.length} files, ${bad} not as they were; the chain ${holds ? 'holds' : 'is broken'}.`,
      `共 ${links.length} 个文件,${bad} 个与登记不符;证据链${holds ? '完整' : '断裂'}。`,
    ),
  );
  if (bad > 0 || !holds) process.exitCode = 1;
}

verifyCase(process.argv[2] ?? '', process.argv[3] ?? 'xu-wei').catch((error: unknown) => {
  console.error(`✘ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
