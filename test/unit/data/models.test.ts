import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Entity } from 'electrodb';
import { type Table } from '../../../src/data/table';

const SOURCES = join(__dirname, '../../../src');
const FILES = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.entity.ts'),
);
const table = { name: 't', client: { send: () => Promise.reject(new Error('Nothing is sent.')) } };

type Make = (table: Table, kind: string) => Entity<string, string, string, never>;

/** In this room alone: in the others, as in what is deployed, ElectroDB's check of its models is left out. */
describe('the model of each entity', () => {
  it.each(FILES)('in %s is one that ElectroDB takes', async (file) => {
    const made = Object.entries((await import(join(SOURCES, file))) as Record<string, Make>)
      .filter(([name]) => /^create\w+Entity$/.test(name))
      .map(([, make]) => make(table as unknown as Table, 'ORGANISATION'));
    expect(made).not.toEqual([]);
    for (const entity of made) expect(entity).toBeInstanceOf(Entity);
  });

  it('would be refused if it were none', () => {
    const model = { entity: 'x', service: 'wangge', version: '1' };
    const nonsense = { model, attributes: { id: { type: 'nonsense' } }, indexes: {} };
    expect(() => new Entity(nonsense as never)).toThrow(/indexes does not meet minimum/);
  });
});
