/** The status of the answer that an error came with; stores name what is not there differently, the status is the same. */
export function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

/** Whether a store does not know what it was asked for: the embedded server has no locks, no versions, no lists of parts. */
export function isUnsupported(error: unknown): boolean {
  const status = statusOf(error);
  return status === 405 || status === 501;
}
