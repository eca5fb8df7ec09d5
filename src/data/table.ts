import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { givingUpAfter } from './time-outs';

/** The one table, and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/**
 * Opens the table. Short time-outs and few attempts: a client repeats with the same id, so failing fast is safe. A table at an
 * endpoint of its own is a laptop's, which may be busy.
 */
export function openTable(options: { name: string; endpoint?: string | undefined }): Table {
  const { endpoint } = options;
  const client = new DynamoDBClient({
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 4,
    requestHandler: givingUpAfter(endpoint === undefined ? 3_000 : 30_000),
  });
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name: options.name,
  };
}

/** Key attribute names of the table and its two indexes, for the entities. */
export const KEYS = {
  table: { pk: 'pk', sk: 'sk' },
  /** Sparse queues: by holder (cases), by hour due (evidence that has not arrived). */
  queue: { index: 'gsi1', pk: 'gsi1pk', sk: 'gsi1sk' },
  /** What a person did or is concerned in. */
  person: { index: 'gsi2', pk: 'gsi2pk', sk: 'gsi2sk' },
  /** The same index, where premises under control lie by district: they are nobody's doing. */
  control: { index: 'gsi2', pk: 'gsi2pk', sk: 'gsi2sk' },
} as const;
