/** The time, as something that can be set: services get it from here, rules get it as an argument. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
