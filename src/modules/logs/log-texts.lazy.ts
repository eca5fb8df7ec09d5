/** What people read of a log, line by line or as the files of a month: loaded when somebody first asks. */
export { printablePage, sheetRows } from './log-month.rules';
export { LOG_KIND_NAMES } from './log.words';
