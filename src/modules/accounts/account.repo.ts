import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { createCollectionReader } from '../../data/collection-reader';
import { commit, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import {
  type AccountEntity,
  type AccountPointerEntity,
  type BindingCodeEntity,
  createAccountEntity,
  createAccountPointerEntity,
  createBindingCodeEntity,
} from './account.entity';
import {
  type AccountRecord,
  type Binding,
  type BindingRelation,
  type IssuedCode,
  type WrongTry,
} from './account.rules';

/** Where an account stands among those of a resident. */
export interface AccountPlace {
  /** `SELF`, or `<relation>#<account>`. */
  readonly place: string;
  readonly account: string;
}

/** All that is kept beside a resident's record about accounts. */
export interface ResidentAccounts {
  readonly places: readonly AccountPlace[];
  readonly codes: readonly IssuedCode[];
}

type StoredCode = Omit<IssuedCode, 'resident' | 'relation' | 'hash'>;

/** Reads and writes accounts, and the codes that bind them. */
export class AccountRepo {
  readonly #accounts: AccountEntity;
  readonly #codes: BindingCodeEntity;
  readonly #pointers: AccountPointerEntity;

  constructor(private readonly table: Table) {
    this.#accounts = lazily(() => createAccountEntity(table));
    this.#codes = lazily(() => createBindingCodeEntity(table));
    this.#pointers = lazily(() => createAccountPointerEntity(table));
  }

  /** The account, new where it was never seen; one strongly consistent GetItem. */
  async find(id: string): Promise<AccountRecord> {
    return (await this.many([id]))[0] ?? { id, version: 0, bindings: [], tries: [] };
  }

  /** Those of these accounts that there are, each named once; strongly consistent, a hundred a request. */
  async many(ids: readonly string[]): Promise<AccountRecord[]> {
    const keys = ids.map((id) => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' }));
    const items = await readMany(this.table, keys, { consistent: true });
    return items.flatMap((Item) => {
      const { data } = this.#accounts.parse({ Item });
      return data === null ? [] : [toAccount(data)];
    });
  }

  /** Whose an unused code is, by its hash; one Query of an index, which may be late. */
  async whose(hash: string): Promise<Pick<IssuedCode, 'resident' | 'relation'> | undefined> {
    const { data } = await this.#codes.query.byHash({ hash }).go({ limit: 1, ignoreOwnership: true });
    return data[0]?.row as Pick<IssuedCode, 'resident' | 'relation'> | undefined;
  }

  /** Accounts and codes of a resident; one strongly consistent Query. */
  async ofResident(resident: string): Promise<ResidentAccounts> {
    const items = await createCollectionReader(this.table).read(`ACCOUNTS_OF#${resident}`, {
      consistent: true,
    });
    const places = items.flatMap((Item) => this.#pointers.parse({ Item }).data ?? []);
    const codes = items.flatMap((Item) => this.#codes.parse({ Item }).data ?? []);
    return { places: places.map(({ place, account }) => ({ place, account })), codes: codes.map(toCode) };
  }

  /** A prepared write of an account that is new, or that nobody changed since `version - 1`. */
  saving({ id, version, bindings, tries }: AccountRecord): PreparedPut {
    const put = this.#accounts.put({ id, version, bindings, tries });
    const condition =
      version === 1
        ? put.where((attributes, { notExists }) => notExists(attributes.version))
        : put.where((attributes, { eq }) => eq(attributes.version, version - 1));
    return condition.params<PreparedPut>();
  }

  /** A prepared write of the newest code of its resident and relation: the one before holds no more. */
  issuing(code: IssuedCode): PreparedPut {
    return this.#codes.put(toStored(code)).params<PreparedPut>();
  }

  /** A prepared write that uses a code up, if it is still the newest and unused. */
  using(code: IssuedCode): PreparedPut {
    return this.#codes
      .put(toStored({ ...code, hash: undefined }))
      .where(({ hash }, { eq }) => eq(hash, code.hash ?? ''))
      .params<PreparedPut>();
  }

  /** A prepared write of an account's place beside a resident, if it is as it was read. */
  placing(resident: string, { place, account }: AccountPlace, before: AccountPlace | undefined): PreparedPut {
    const put = this.#pointers.put({ resident, place, account });
    const condition =
      before === undefined
        ? put.where((attributes, { notExists }) => notExists(attributes.account))
        : put.where((attributes, { eq }) => eq(attributes.account, before.account));
    return condition.params<PreparedPut>();
  }

  /** Writes everything or nothing. */
  commit(puts: readonly PreparedPut[], gate: Gate | undefined): Promise<CommitResult> {
    return commit(this.table, puts, gate);
  }
}

function toAccount({ id, version, bindings, tries }: EntityItem<AccountEntity>): AccountRecord {
  return {
    ...{ id, version },
    bindings: bindings as readonly Binding[],
    tries: tries as readonly WrongTry[],
  };
}

function toCode({ resident, relation, hash, code }: EntityItem<BindingCodeEntity>): IssuedCode {
  return { ...(code as StoredCode), resident, relation: relation as BindingRelation, hash };
}

function toStored({ resident, relation, hash, ...code }: IssuedCode) {
  return {
    ...{ resident, relation, hash, code, row: { resident, relation } },
    expiresAt: Math.ceil(code.expiresAt / 1000),
  };
}
