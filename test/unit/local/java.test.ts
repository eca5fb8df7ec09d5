import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava } from '../../../local/checks';

describe('the look for Java', () => {
  const home = mkdtempSync(join(tmpdir(), 'wangge-java-'));
  const java = join(home, 'bin', 'java');
  const before = process.env.JAVA_HOME;
  beforeAll(() => {
    mkdirSync(join(home, 'bin'));
    process.env.JAVA_HOME = home;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.JAVA_HOME;
    else process.env.JAVA_HOME = before;
    rmSync(home, { recursive: true });
  });
  const saying = (script: string) => {
    writeFileSync(java, `#!/bin/sh\n${script}\n`);
    chmodSync(java, 0o755);
  };

  it('finds one that is new enough', () => {
    saying(`echo 'openjdk version "17.0.15" 2025-04-15' >&2`);
    expect(findJava()).toBe(java);
  });

  it.each([
    ['none', 'exit 127'],
    ['one that is too old', `echo 'java version "1.8.0_401"' >&2`],
  ])('says so when there is %s', (_what, script) => {
    saying(script);
    expect(() => findJava()).toThrow(/Java 17/);
  });

  it('says nothing of Java when Ctrl-C ends the look', () => {
    saying('kill -INT $$');
    expect(findJava()).toBe(java);
  });
});
