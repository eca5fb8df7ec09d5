/** The sentences of refusals, for whoever is told one; a door starts with their codes alone. */
export { USER_ERRORS } from './refusals';
