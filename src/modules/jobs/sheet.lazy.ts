export { writeXlsx } from './xlsx-write.format';
