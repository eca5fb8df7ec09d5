/** What people read of checklists: loaded when somebody first asks, and no door carries it before. */
export { CHECKLIST_WORDS } from './checklist.words';
