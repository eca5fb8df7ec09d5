/** The public door of the module. */
export { BACKOFF, type Backoff } from './backoff.rules';
export { type Conflict, type ConflictSides } from './conflicts';
export { type FieldClient, type FieldClientOptions, type ListedItem, openFieldClient } from './field-client';
export { FieldError } from './field-error';
export { openIndexedDbStore } from './indexed-db.store';
export { MemoryStore } from './memory.store';
export { type Doing, type Progress } from './progress';
export { type NewFile, type Recorded } from './queue';
export { type Change, type FileState, type ItemState, type KindOfWork, type Trouble } from './rows';
export { type Store, type TableName, type Tables, type Transaction } from './store';
export { type Locks, type OnlineSignal, type Surroundings } from './surroundings';
export { type TokenSource } from './transport';
export { type EnteredPart, type FieldWork } from './work.rules';
