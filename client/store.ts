import { type BlobRow, type ChoiceRow, type CopyRow, type FileRow, type ItemRow, type MarkRow } from './rows';

/** All that is kept on the device. */
export interface Tables {
  readonly items: ItemRow;
  readonly files: FileRow;
  readonly blobs: BlobRow;
  readonly choices: ChoiceRow;
  readonly copy: CopyRow;
  readonly marks: MarkRow;
}
export type TableName = keyof Tables;

/** The names of the tables. */
export const TABLES: readonly TableName[] = ['items', 'files', 'blobs', 'choices', 'copy', 'marks'];

/** What a transaction can do. Rows are never changed in place. */
export interface Transaction {
  get<Name extends TableName>(table: Name, id: string): Promise<Tables[Name] | undefined>;
  /** All rows in the order of their ids. */
  all<Name extends TableName>(table: Name): Promise<Tables[Name][]>;
  put<Name extends TableName>(table: Name, row: Tables[Name]): Promise<void>;
  remove(table: TableName, id: string): Promise<void>;
}

/** Where things are kept. A process may be killed at any moment: of each `run`, all is there afterwards, or nothing. */
export interface Store {
  /**
   * Runs `work` in one transaction: what it wrote is kept when the promise resolves, and nothing of it when `work` throws.
   * `work` waits for nothing but the transaction.
   */
  run<Result>(
    mode: 'read' | 'write',
    tables: readonly TableName[],
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result>;
  /** Ends the connection; the store may be opened again. */
  close(): Promise<void>;
}
