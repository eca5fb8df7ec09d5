import { setTimeout as sleep } from 'node:timers/promises';

/** What a bucket tells of an object, as far as the doors look at it. */
export interface BucketEvent {
  readonly Records: readonly {
    readonly eventName: string;
    readonly s3: { readonly bucket: { readonly name: string }; readonly object: { readonly key: string } };
  }[];
}

/** Lambda tries an event that failed twice more; on a laptop without the waits of minutes between. */
const WAITS_MS = [0, 500, 2_000];

/** Which door an object's event goes to, by the prefix of its key, as `infra/` has it. */
const DOORS: Readonly<Record<string, string>> = {
  'evidence/original/': 'evidence-uploaded',
  'imports/upload/': 'jobs',
};

/**
 * Brings a bucket's event to its door, by the address where functions are invoked. Never throws: an event that is given
 * up is found again by the doors that look each few minutes for what was not announced.
 */
export async function deliver(event: BucketEvent, lambdaUrl: string): Promise<void> {
  for (const [prefix, door] of Object.entries(DOORS)) {
    const records = event.Records.filter(({ s3 }) => s3.object.key.startsWith(prefix));
    if (records.length > 0) await deliverTo(door, records, lambdaUrl);
  }
}

async function deliverTo(door: string, Records: BucketEvent['Records'], lambdaUrl: string): Promise<void> {
  for (const wait of WAITS_MS) {
    await sleep(wait);
    if (await invoke(`wangge-laptop-${door}`, { Records }, lambdaUrl)) return;
  }
  console.error(`The door "${door}" failed three times for ${Records[0]?.s3.object.key ?? ''}.`);
}

/** Invokes a function by name and waits for it; false when it failed. */
export async function invoke(name: string, event: unknown, lambdaUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${lambdaUrl}/2015-03-31/functions/${name}/invocations`, {
      method: 'POST',
      body: JSON.stringify(event),
    });
    await answer.arrayBuffer();
    return answer.ok && answer.headers.get('x-amz-function-error') === null;
  } catch {
    return false;
  }
}
