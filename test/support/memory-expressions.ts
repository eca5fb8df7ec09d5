import { isDeepStrictEqual } from 'node:util';

/** An item or what is in one. */
export type Item = Readonly<Record<string, unknown>>;

/** What an expression names and compares with. */
export interface Terms {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>> | undefined;
}

/** An operand: a path into the item, a value that was sent along, or how long one of them is. */
type Operand =
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'size'; readonly of: Operand };

/** A condition as it was read. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Operand[] }
  | { readonly kind: 'compare'; readonly by: string; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'between'; readonly value: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly value: Operand; readonly among: readonly Operand[] };

const TOKEN = /\s*(<>|<=|>=|[=<>(),.]|[#:]?[A-Za-z_][\w-]*)/y;
const COMPARATORS = new Set(['=', '<>', '<', '<=', '>', '>=']);
const FUNCTIONS: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  begins_with: 2,
  contains: 2,
};

const read = new Map<string, Condition>();

/** The condition that an expression says; throws for what is not understood. */
export function conditionOf(expression: string): Condition {
  const known = read.get(expression);
  if (known !== undefined) return known;
  const condition = new Reader(expression).whole();
  read.set(expression, condition);
  return condition;
}

/** Whether an item, or none, meets a condition. */
export function meets(condition: Condition, item: Item | undefined, terms: Terms): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((each) => meets(each, item, terms));
    case 'any':
      return condition.of.some((each) => meets(each, item, terms));
    case 'not':
      return !meets(condition.of, item, terms);
    case 'call':
      return calls(condition, item, terms);
    case 'compare': {
      const { by, left, right } = condition;
      return compares(by, valueOf(left, item, terms), valueOf(right, item, terms));
    }
    case 'between': {
      const [value, low, high] = [condition.value, condition.low, condition.high].map((operand) =>
        valueOf(operand, item, terms),
      );
      return compares('>=', value, low) && compares('<=', value, high);
    }
    case 'in': {
      const value = valueOf(condition.value, item, terms);
      return condition.among.some((other) => compares('=', value, valueOf(other, item, terms)));
    }
  }
}

/** The attribute of a path with one step; throws for any other operand. */
export function attributeOf(operand: Operand, { ExpressionAttributeNames }: Terms): string {
  const [step, ...more] = operand.kind === 'path' ? operand.path : [];
  if (step === undefined || more.length > 0) throw unknown('operand', operand);
  return nameOf(step, ExpressionAttributeNames);
}

/** What an operand stands for; undefined where the item has no such attribute. */
export function valueOf(operand: Operand, item: Item | undefined, terms: Terms): unknown {
  if (operand.kind === 'size') return sizeOf(valueOf(operand.of, item, terms));
  if (operand.kind === 'value') {
    const values = terms.ExpressionAttributeValues ?? {};
    if (!(operand.name in values)) throw unknown('value', operand.name);
    return values[operand.name];
  }
  let value: unknown = item;
  for (const step of operand.path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = (value as Item)[nameOf(step, terms.ExpressionAttributeNames)];
  }
  return value;
}

/** The error for what this table does not know: it must not go unnoticed. */
export function unknown(what: string, given: unknown): Error {
  return new Error(`The table in memory does not know this ${what}: ${JSON.stringify(given)}`);
}

function nameOf(step: string, names: Terms['ExpressionAttributeNames'] = {}): string {
  if (!step.startsWith('#')) return step;
  const name = names[step];
  if (name === undefined) throw unknown('name', step);
  return name;
}

function calls(
  { name, args }: Extract<Condition, { kind: 'call' }>,
  item: Item | undefined,
  terms: Terms,
): boolean {
  const [value, other] = args.map((operand) => valueOf(operand, item, terms));
  if (name === 'attribute_exists') return value !== undefined;
  if (name === 'attribute_not_exists') return value === undefined;
  if (name === 'begins_with')
    return typeof value === 'string' && typeof other === 'string' && value.startsWith(other);
  if (typeof value === 'string') return typeof other === 'string' && value.includes(other);
  if (value instanceof Set) return value.has(other);
  return Array.isArray(value) && value.some((each) => isDeepStrictEqual(each, other));
}

function compares(by: string, left: unknown, right: unknown): boolean {
  if (by === '<>') return !isDeepStrictEqual(left, right);
  if (left === undefined || right === undefined) return false;
  if (by === '=') return isDeepStrictEqual(left, right);
  if (typeof left !== typeof right) return false;
  if (typeof left !== 'string' && typeof left !== 'number') throw unknown('comparison', [by, typeof left]);
  const order = left < (right as typeof left) ? -1 : left > (right as typeof left) ? 1 : 0;
  if (by === '<') return order < 0;
  if (by === '<=') return order <= 0;
  return by === '>' ? order > 0 : order >= 0;
}

function sizeOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof Uint8Array) return value.byteLength;
  throw unknown('size', typeof value);
}

/** Reads one expression: OR binds weakest, then AND, then NOT. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(private readonly expression: string) {
    this.#tokens = tokensOf(expression);
  }

  whole(): Condition {
    const condition = this.#any();
    if (this.#at < this.#tokens.length) throw unknown('expression', this.expression);
    return condition;
  }

  #any(): Condition {
    const of = [this.#all()];
    while (this.#takes('OR')) of.push(this.#all());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'any', of };
  }

  #all(): Condition {
    const of = [this.#one()];
    while (this.#takes('AND')) of.push(this.#one());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'all', of };
  }

  #one(): Condition {
    if (this.#takes('NOT')) return { kind: 'not', of: this.#one() };
    if (this.#takes('(')) {
      const inner = this.#any();
      this.#needs(')');
      return inner;
    }
    const name = this.#tokens[this.#at] ?? '';
    const count = FUNCTIONS[name];
    return count !== undefined && this.#tokens[this.#at + 1] === '('
      ? this.#call(name, count)
      : this.#comparison();
  }

  #call(name: string, count: number): Condition {
    this.#at += 1;
    const args = this.#list();
    if (args.length !== count) throw unknown('expression', this.expression);
    return { kind: 'call', name, args };
  }

  #comparison(): Condition {
    const value = this.#operand();
    if (this.#takes('BETWEEN')) {
      const low = this.#operand();
      this.#needs('AND');
      return { kind: 'between', value, low, high: this.#operand() };
    }
    if (this.#takes('IN')) return { kind: 'in', value, among: this.#list() };
    const by = this.#next();
    if (!COMPARATORS.has(by)) throw unknown('expression', this.expression);
    return { kind: 'compare', by, left: value, right: this.#operand() };
  }

  #list(): Operand[] {
    this.#needs('(');
    const operands = [this.#operand()];
    while (this.#takes(',')) operands.push(this.#operand());
    this.#needs(')');
    return operands;
  }

  #operand(): Operand {
    const first = this.#next();
    if (first === 'size') {
      const [of, ...more] = this.#list();
      if (of === undefined || more.length > 0) throw unknown('expression', this.expression);
      return { kind: 'size', of };
    }
    if (first.startsWith(':')) return { kind: 'value', name: first };
    if (!/^#?[A-Za-z_]/.test(first)) throw unknown('expression', this.expression);
    const path = [first];
    while (this.#takes('.')) path.push(this.#next());
    return { kind: 'path', path };
  }

  #next(): string {
    this.#at += 1;
    const token = this.#tokens[this.#at - 1];
    if (token === undefined) throw unknown('expression', this.expression);
    return token;
  }

  #takes(token: string): boolean {
    const isNext = this.#tokens[this.#at]?.toUpperCase() === token;
    if (isNext) this.#at += 1;
    return isNext;
  }

  #needs(token: string): void {
    if (!this.#takes(token)) throw unknown('expression', this.expression);
  }
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  const text = expression.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found?.[1] === undefined) throw unknown('expression', expression);
    tokens.push(found[1]);
  }
  return tokens;
}
