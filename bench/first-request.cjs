/** In a process of its own: loads a bundled door, sends it one request, prints what that took. */
const { readFileSync } = require('node:fs');

const [bundle, eventFile] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, 'utf8'));

async function measure() {
  const started = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const { handler } = require(bundle);
  const loaded = process.hrtime.bigint();
  const { statusCode, body } = await handler(event, { awsRequestId: 'bench', functionName: 'bench' });
  const answered = process.hrtime.bigint();
  const { user, system } = process.cpuUsage(cpu);
  if (statusCode !== 200 || body.includes('"errors"')) throw new Error(`${statusCode}: ${body}`);
  const milliseconds = (from, to) => Number(to - from) / 1e6;
  console.log(
    JSON.stringify({
      load: milliseconds(started, loaded),
      total: milliseconds(started, answered),
      cpu: (user + system) / 1000,
    }),
  );
  process.exit(0);
}

measure();
