import { findPerson } from './issuer';
import { firstPort, portsFrom } from './ports';
import { say } from './say';
import { PEOPLE } from './seed/people';

/** `npm run -s token -- <key, name or id>`: prints a token of the running laptop, and nothing else. */
async function printToken(text: string): Promise<void> {
  const person = findPerson(text);
  if (person === undefined) {
    fail(`${say('Whom? One of', '请指定人员')}: ${PEOPLE.map(({ key }) => key).join(', ')}`);
    return;
  }
  const url = `http://localhost:${portsFrom(firstPort()).issuer}/token`;
  try {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ person: person.key }) });
    const { token } = (await answer.json()) as { token: string };
    console.log(token);
  } catch {
    fail(say(`No issuer answers at ${url}. Run: npm start`, `${url} 没有应答。请先运行:npm start`));
  }
}

function fail(sentence: string): void {
  console.error(`✘ ${sentence}`);
  process.exitCode = 1;
}

void printToken(process.argv[2] ?? '');
