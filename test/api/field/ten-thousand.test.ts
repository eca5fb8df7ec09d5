import { randomFrom } from '../../support/faults';
import { makeMemoryWorld } from '../../support/memory-world';
import { makeNetwork, type Trouble } from '../../support/networks';
import { describeOfflineDays, type OfflineGround } from '../../support/offline-days';

/** The share of commands to the table to which something happens. */
const TROUBLE: Trouble = { lost: 0.01, unanswered: 0.03, repeated: 0.1, throttled: 0.005, held: 0.03 };

// Errors are how a table says that a condition failed: many thousands of them need no long stacks.
Error.stackTraceLimit = 2;

/** On a table in memory, which `memory-table.test.ts` compares with the real one; a thousand go to that as well. */
async function open(): Promise<OfflineGround> {
  const { world, table } = await makeMemoryWorld();
  const changes = table.record();
  const network = makeNetwork(randomFrom(20_261_126), TROUBLE);
  return {
    ...{ world, happened: network.happened },
    storm: () => {
      table.goBy(network.way);
    },
    calm: network.calm,
    everything: () => Promise.resolve(table.everything()),
    changes: () => Promise.resolve([...changes]),
    close: () => Promise.resolve(),
  };
}

describeOfflineDays(
  'ten thousand things done without a network, through lost answers, duplicates, throttling and held records',
  Number(process.env.ITEMS ?? 10_000),
  open,
);
