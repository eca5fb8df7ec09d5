import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs, one JSON line each. Never put a resident's data, a token or a whole event into them. */
export const logger = new Logger({ serviceName: 'wangge' });

/**
 * Logs what nobody foresaw: the names of the error and of what it was caused by, and where; never a message, which can
 * quote an item. Returns the names.
 */
export function logFailure(what: string, error: unknown): readonly string[] {
  const causes = causesOf(error);
  const errorNames = causes.map(({ name }) => name);
  const stack = causes[0]?.stack?.split('\n    at ').slice(1, 8);
  logger.error(what, { errorNames, stack });
  return errorNames;
}

/** The error and what it was caused by: ElectroDB wraps what the SDK throws. */
function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
