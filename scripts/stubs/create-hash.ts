/** Apollo's own falls back to a hash in JavaScript when it is bundled. */
export { createHash } from 'node:crypto';
