import { mkdirSync } from 'node:fs';
import S3rver from 's3rver';
import { type BucketEvent } from './bucket-events';
import { type Running } from './process';

/** The keys that the embedded S3 server knows; it refuses all others. */
export const S3_KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;

/** Starts the embedded S3 server; each object that is created is told to `onEvent`. */
export async function startS3(options: {
  port: number;
  folder: string;
  onEvent?: (event: BucketEvent) => void;
}): Promise<Running & { readonly endpoint: string }> {
  mkdirSync(options.folder, { recursive: true });
  const server = new S3rver({
    port: options.port,
    address: 'localhost',
    silent: true,
    directory: options.folder,
    vhostBuckets: false,
  });
  server.on('event', (event: BucketEvent) => {
    if (event.Records.every(({ eventName }) => eventName.startsWith('ObjectCreated:')))
      options.onEvent?.(event);
  });
  await server.run();
  let stopping: Promise<void> | undefined;
  return {
    endpoint: `http://localhost:${options.port}`,
    stop: () => {
      server.httpServer.closeAllConnections();
      return (stopping ??= server.close());
    },
  };
}
