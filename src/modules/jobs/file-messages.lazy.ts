/** What is said of a file and its lines, for whoever reads a report; a door starts with the codes alone. */
export { JOB_FAILURES, OWN_FINDINGS } from './file.messages';
