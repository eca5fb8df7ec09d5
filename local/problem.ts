/** Something on this machine that only its user can put right; the message says how. */
export class LaptopProblem extends Error {}
