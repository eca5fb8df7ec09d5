import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Ports } from './ports';
import { LaptopProblem } from './problem';
import { say } from './say';

/** The program that runs Java; throws a {@link LaptopProblem} where there is none, or none new enough. */
export function findJava(): string {
  const home = process.env.JAVA_HOME;
  const java = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const { stderr, status, signal } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  // Ctrl-C ends all that runs in the terminal, this too, and says nothing about Java.
  if (signal !== null) return java;
  const version = Number(/version "(?:1\.)?(\d+)/.exec(stderr)?.[1]);
  if (status !== 0 || Number.isNaN(version)) {
    throw new LaptopProblem(
      say(
        'DynamoDB Local needs Java 17 or newer, and there is no "java" here. Install one (for instance: apt-get install default-jre-headless, or brew install openjdk), or let DYNAMODB_ENDPOINT name a store that runs elsewhere.',
        'DynamoDB Local 需要 Java 17 或更高版本,但本机没有找到 java。请先安装(例如 apt-get install default-jre-headless 或 brew install openjdk),或用 DYNAMODB_ENDPOINT 指向已有的服务。',
      ),
    );
  }
  if (version < 17) {
    throw new LaptopProblem(
      say(
        `DynamoDB Local needs Java 17 or newer; this one is ${version}. Install a newer one, or let JAVA_HOME point at it.`,
        `DynamoDB Local 需要 Java 17 或更高版本,当前为 ${version}。请升级,或用 JAVA_HOME 指向新版本。`,
      ),
    );
  }
  return java;
}

/** Throws a {@link LaptopProblem} when a port is in use. */
export async function needPorts(ports: Partial<Ports>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    const elsewhere = port >= 4000 && port < 4100 ? 4100 : 4000;
    throw new LaptopProblem(
      (await isWangge(ports.issuer))
        ? say(
            `Wangge runs already: http://localhost:${ports.issuer}. Use that, or stop it with Ctrl-C where it runs.`,
            `Wangge 已在运行:http://localhost:${ports.issuer}。可直接使用,或在其终端按 Ctrl-C 停止。`,
          )
        : say(
            `Port ${port} (${name}) is taken by another program. Stop that, or start elsewhere: WANGGE_PORT=${elsewhere} npm start`,
            `端口 ${port}(${name})已被其他程序占用。请停止该程序,或换一组端口:WANGGE_PORT=${elsewhere} npm start`,
          ),
    );
  }
}

/** Throws a {@link LaptopProblem} when nothing answers at an address that the environment names. */
export async function needReachable(variable: string, endpoint: string): Promise<void> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(5_000) });
  } catch {
    throw new LaptopProblem(
      say(
        `${variable} is ${endpoint}, and nothing answers there. Start it, correct the address, or unset ${variable} to use the embedded one.`,
        `${variable} 指向 ${endpoint},但该地址没有应答。请启动该服务、更正地址,或取消该变量以使用内置服务。`,
      ),
    );
  }
}

async function isFree(port: number): Promise<boolean> {
  // Both of what a client may mean by "localhost".
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', (error: NodeJS.ErrnoException) => {
        // A machine without IPv6 has nobody on it.
        resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
      })
      .listen(port, host, () => {
        server.close(() => {
          resolve(true);
        });
      });
  });
}

async function isWangge(port: number | undefined): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(1_000),
    });
    const { wangge } = (await answer.json()) as { wangge?: boolean };
    return wangge === true;
  } catch {
    return false;
  }
}
