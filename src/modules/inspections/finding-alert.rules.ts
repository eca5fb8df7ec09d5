/** What is watched of findings in an area. */
export function findingTopic(area: string): string {
  return `FINDINGS#${area}`;
}
