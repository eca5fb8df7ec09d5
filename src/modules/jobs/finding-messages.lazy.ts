/** What is said of a file and its lines, for whoever reads a report; a door starts with the codes alone. */
export { FINDINGS, JOB_FAILURES } from './finding.messages';
