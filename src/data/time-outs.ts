/**
 * How long a client of a store waits: a second for a connection, so many milliseconds for the beginning of an answer. A request
 * that takes longer has failed and is tried again; without the last word the SDK would only say that it takes long.
 */
export function givingUpAfter(requestTimeout: number) {
  return { connectionTimeout: 1_000, requestTimeout, throwOnRequestTimeout: true };
}
