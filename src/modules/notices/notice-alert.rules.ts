/** What is watched of urgent notices in an area. */
export function alertTopic(area: string): string {
  return `NOTICES#${area}`;
}
