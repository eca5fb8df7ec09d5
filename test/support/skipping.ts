/** Says that a part of the tests cannot run here: a run that skips must not look like one that does not. */
export function skipAloud(missing: string, install: string): void {
  process.stderr.write(
    `\nSKIPPED: ${missing} is not installed. To run these tests: apt-get install ${install}\n\n`,
  );
}
