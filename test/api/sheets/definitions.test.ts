import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  DraftSheetDocument,
  MySheetsDocument,
  PublishSheetDocument,
  type PublishSheetInput,
  SheetsDocument,
  SheetToFillDocument,
  WorkerSheetsDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { drafted, draftOf, published } from '../../support/sheets';
import { makeWorld, type World } from '../../support/world';

let world: World;
let official: Actor;
beforeEach(async () => {
  world = await makeWorld();
  official = world.actor('DISTRICT_STAFF');
});

const draft = async (input: ReturnType<typeof draftOf>, actor = official) => {
  const { data, errors } = await run(world, actor, DraftSheetDocument, { input });
  return { ...(data as typeof data | null)?.draftSheet, errors };
};
const publish = async (sheet: string, more: Partial<PublishSheetInput> = {}, actor = official) => {
  const input = {
    ...{ id: newId(), sheet, version: 1, expectedRevision: 1, areas: [world.district], from: '2026-05-12' },
    ...more,
  };
  const { data, errors } = await run(world, actor, PublishSheetDocument, { input });
  return { input, ...(data as typeof data | null)?.publishSheet, errors };
};
const outIn = async (area: string, actor: Actor) => {
  const { data, errors } = await run(world, actor, WorkerSheetsDocument, { area });
  expect(errors).toEqual([]);
  return data.sheets?.edges.map(({ node }) => [node.id, node.version]) ?? [];
};

describe('a sheet', () => {
  it('is written, written again, published, and never changes from then on', async () => {
    const input = draftOf(world);
    const first = await draft(input);
    expect(first).toMatchObject({ userErrors: [], sheet: { state: 'DRAFT', revision: 1 } });
    expect(first.sheet?.fields).toHaveLength(20);
    expect(await draft(input)).toEqual(first);
    const title = { zh: '改名', en: 'Renamed' };
    const stale = await draft({ ...input, id: newId(), title });
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['expectedRevision'] }]);
    const again = await draft({ ...input, id: newId(), title, expectedRevision: 1 });
    expect(again.sheet).toMatchObject({ title, revision: 2 });
    const out = await publish(input.sheet, { expectedRevision: 2 });
    expect(out.sheet).toMatchObject({
      state: 'PUBLISHED',
      publication: { from: '2026-05-12', until: '9999-12-31' },
    });
    const { data } = await run(world, official, PublishSheetDocument, { input: out.input });
    expect(data.publishSheet.sheet).toEqual(out.sheet);
    const late = await draft({ ...input, id: newId(), expectedRevision: 3 });
    expect(late.userErrors).toMatchObject([{ code: 'SHEET_PUBLISHED_ALREADY' }]);
    const twice = await publish(input.sheet, { expectedRevision: 3 });
    expect(twice.userErrors).toMatchObject([{ code: 'SHEET_PUBLISHED_ALREADY' }]);
  });

  it('has one version after the other: the next takes the place of the one before from its first day', async () => {
    const first = draftOf(world);
    const sheet = await published(world, first);
    const next = { ...first, sheet, version: 2, id: newId() };
    expect((await draft({ ...next, version: 3 })).userErrors).toMatchObject([
      { code: 'SHEET_VERSION_NOT_NEXT' },
    ]);
    expect((await draft({ ...next, key: 'OTHER' })).userErrors).toMatchObject([
      { code: 'SHEET_SUBJECT_FIXED' },
    ]);
    expect((await draft({ ...next, version: 2 })).userErrors).toEqual([]);
    expect((await draft({ ...next, id: newId(), version: 3 })).userErrors).toMatchObject([
      { code: 'SHEET_VERSION_NOT_NEXT' },
    ]);
    const past = await publish(sheet, { version: 2, from: '2026-05-11' });
    expect(past.userErrors).toMatchObject([{ code: 'SHEET_PERIOD_INVALID' }]);
    expect((await publish(sheet, { version: 2, from: '2026-06-01' })).userErrors).toEqual([]);
    const worker = world.actor('GRID_WORKER');
    expect(await outIn(world.grid, worker)).toEqual([[sheet, 1]]);
    const { data } = await run(world, worker, SheetToFillDocument, { id: sheet, version: 1 });
    expect(data.sheet?.publication?.until).toBe('2026-05-31');
    world.clock.advance(20 * 86_400_000);
    expect(await outIn(world.grid, worker)).toEqual([[sheet, 2]]);
  });

  it('is out for the areas and the period it was published for, and in drafts until then', async () => {
    const sheet = await published(world, {}, { areas: [world.community], until: '2026-05-20' });
    const staff = world.actor('DISTRICT_STAFF');
    expect(await outIn(world.courtyard, world.actor('RESIDENT'))).toEqual([[sheet, 1]]);
    expect(await outIn(world.district, staff)).toEqual([[sheet, 1]]);
    expect(await outIn(world.foreignGrid, staff)).toEqual([]);
    world.clock.advance(9 * 86_400_000);
    expect(await outIn(world.grid, staff)).toEqual([]);
    const waiting = await drafted(world);
    const drafts = { area: world.district, state: 'DRAFT' } as const;
    const { data } = await run(world, staff, SheetsDocument, drafts);
    expect(data.sheets?.edges.map(({ node }) => [node.id, node.state])).toEqual([[waiting, 'DRAFT']]);
    const street = await run(world, world.actor('STREET_STAFF'), SheetsDocument, drafts);
    expect(street.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const form = { id: waiting, version: 1 };
    const peek = await run(world, world.actor('GRID_WORKER'), SheetToFillDocument, form);
    expect(peek.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('for workers is not offered to residents', async () => {
    await published(world, { filledBy: 'WORKER' });
    const own = await published(world, { filledBy: 'RESIDENT' });
    const { data } = await run(world, world.actor('RESIDENT'), MySheetsDocument, {});
    expect(data.sheets?.edges.map(({ node }) => node.id)).toEqual([own]);
  });

  it('is a page at a time in a list', async () => {
    const all = [await published(world), await published(world), await published(world)];
    const worker = world.actor('GRID_WORKER');
    const { data } = await run(world, worker, WorkerSheetsDocument, { first: 2 });
    expect(data.sheets?.pageInfo.hasNextPage).toBe(true);
    const after = data.sheets?.pageInfo.endCursor;
    const rest = await run(world, worker, WorkerSheetsDocument, { first: 2, after });
    const ids = [...(data.sheets?.edges ?? []), ...(rest.data.sheets?.edges ?? [])].map(
      ({ node }) => node.id,
    );
    expect(ids).toEqual(all.sort());
  });

  it('is written by street and district for what is theirs', async () => {
    const own = draftOf(world, { area: world.street });
    expect((await draft(own, world.actor('STREET_STAFF'))).userErrors).toEqual([]);
    const above = draftOf(world);
    expect((await draft(above, world.actor('STREET_STAFF'))).userErrors).toMatchObject([
      { code: 'OUT_OF_AREA' },
    ]);
    const { errors } = await draft(own, world.actor('COMMUNITY_STAFF'));
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const other = await makeWorld();
    expect((await draft({ ...own, id: newId() }, other.actor('DISTRICT_STAFF'))).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
    const unknown = draftOf(world, { area: `${world.district}999` });
    expect((await draft(unknown)).userErrors).toMatchObject([{ code: 'AREA_UNKNOWN' }]);
    for (const areas of [[], [other.community], [world.district, `${world.district}998`]])
      expect((await publish(own.sheet, { areas })).userErrors).toMatchObject([
        { code: 'SHEET_AREAS_INVALID' },
      ]);
  });

  it('that cannot be filled in is refused, with all that is wrong where it stands', async () => {
    const label = { zh: '题', en: 'Q' };
    const { userErrors } = await draft(
      draftOf(world, {
        ...{ key: 'lower', subject: 'HOUSEHOLD' },
        fields: [
          { id: 'Wrong Id', label, type: 'TEXT', required: false },
          { id: 'first', label, type: 'CHOICE', required: false },
          { id: 'second', label, type: 'NUMBER', required: false, min: 5, max: 4 },
          { id: 'third', label, type: 'TEXT', required: false, pattern: '(a+)+' },
          {
            id: 'fourth',
            label,
            type: 'DATE',
            required: false,
            shownWhen: { field: 'fifth', equals: ['true'] },
          },
          { id: 'fifth', label, type: 'YES_NO', required: false, updates: 'NAME' },
          { id: 'constructor', label: { zh: '', en: 'Q' }, type: 'YES_NO', required: false },
        ],
      }),
    );
    expect(userErrors?.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ...[
        'key',
        'filledBy',
        'fields.1',
        'fields.first',
        'fields.second',
        'fields.third',
        'fields.fourth',
      ].map((path) => ['SHEET_INVALID', path]),
      ...['fields.fifth', 'fields.constructor', 'fields.constructor'].map((path) => ['SHEET_INVALID', path]),
    ]);
  });

  it('serves a form: fields in order, conditions, choices, and the JSON Schema underneath', async () => {
    const sheet = await published(world);
    const { data } = await run(world, world.actor('GRID_WORKER'), SheetToFillDocument, {
      id: sheet,
      version: 1,
    });
    expect(data.sheet?.fields.map(({ id }) => id).slice(7, 10)).toEqual([
      'housing',
      'landlord',
      'landlordPhone',
    ]);
    expect(data.sheet?.fields[8]?.shownWhen).toEqual({ field: 'housing', equals: ['RENTED'] });
    expect(data.sheet?.jsonSchema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { companions: { type: 'integer', minimum: 0, maximum: 30 } },
    });
  });
});
