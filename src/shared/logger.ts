import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs, one JSON line each. Never put a resident's data, a token or a whole event into them. */
export const logger = new Logger({ serviceName: 'wangge' });
