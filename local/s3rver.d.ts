declare module 's3rver' {
  import { type EventEmitter } from 'node:events';
  import { type Server } from 'node:http';

  export default class S3rver extends (EventEmitter as new () => EventEmitter) {
    constructor(options: {
      port: number;
      address: string;
      silent: boolean;
      directory: string;
      vhostBuckets: boolean;
    });
    readonly httpServer: Server;
    run(): Promise<unknown>;
    close(): Promise<void>;
  }
}
