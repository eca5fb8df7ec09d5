import { type Actor } from '../../../src/auth/actor';
import { originalKey } from '../../../src/modules/evidence/evidence.keys';
import {
  amend,
  applicationInput,
  documentSlot,
  move,
  open,
  resident,
  shown,
} from '../../support/applications';
import { arrivalsOf, slotOf } from '../../support/evidence';
import { SECRET } from '../../support/hostile/parts';
import { makeMemoryWorld } from '../../support/memory-world';
import { makePdf, type PdfFacts } from '../../support/pdf';
import { uploadFile } from '../../support/upload';
import { type World } from '../../support/world';

/** Each file that is looked into starts a process. */
jest.setTimeout(120_000);

/** A paper as an office’s program writes it: its head names who wrote it. */
const written = (line: string, more: PdfFacts = {}) =>
  makePdf({ pages: 2, line, trailer: '/Info 6 0 R', more: [`<< /Author (${SECRET}) >>`], ...more });
const paper = (bytes: Uint8Array) => ({ ...slotOf(bytes, 'application/pdf'), role: 'DOCUMENT' as const });

describe('a PDF', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld({ opensFiles: true })).world;
  });

  const page = async (actor: Actor, id: string) => {
    const found = await shown(world, actor, id);
    if (typeof found === 'string') throw new Error(found);
    return found;
  };
  /** Sends a file with the ticket that its sender is shown, and has it checked as the bucket tells of it. */
  const send = async (actor: Actor, id: string, slot: { readonly id: string }, bytes: Uint8Array) => {
    const { materials, result } = await page(actor, id);
    const file = [...materials.flatMap(({ files }) => files), ...result].find((each) => each.id === slot.id);
    expect(await uploadFile(file?.upload, bytes)).toBeLessThan(300);
    return arrivalsOf(world).arrived(originalKey({ owner: `APPLICATION#${id}`, id: slot.id }));
  };
  const save = async (link: string | null | undefined) => {
    const { headers, ...answer } = await fetch(link ?? '').then(async (found) => ({
      headers: found.headers,
      bytes: Buffer.from(await found.arrayBuffer()),
    }));
    return { ...answer, how: [headers.get('content-type'), headers.get('content-disposition')] };
  };

  it('is announced as a material, sent, verified and accepted; and the one of the result is saved by who applied, without metadata', async () => {
    const [{ me, service }, counter, street] = [
      await resident(world),
      world.actor('COMMUNITY_STAFF'),
      world.actor('STREET_STAFF'),
    ];
    const input = applicationInput(service);
    const { id } = input;
    await open(world, me, input);
    const files = [written('Marriage'), written('Household')] as const;
    const slots = [paper(files[0]), paper(files[1])] as const;
    const materials = [
      { code: 'MARRIAGE', evidence: [slots[0]] },
      { code: 'HOUSEHOLD_BOOK', evidence: [slots[1]] },
    ];
    expect(await amend(world, me, { application: id, expectedVersion: 1, materials })).toMatchObject({
      codes: [],
      version: 2,
    });
    await move(world, me, [id, 2], 'SUBMIT');
    expect(await send(me, id, slots[0], files[0])).toMatchObject({ arrival: 'VERIFIED' });
    expect((await move(world, counter, [id, 3], 'ACCEPT')).codes).toEqual(['APPLICATION_MATERIAL_MISSING']);
    expect(await send(me, id, slots[1], files[1])).toMatchObject({ arrival: 'VERIFIED' });
    expect((await move(world, counter, [id, 3], 'ACCEPT')).state).toBe('ACCEPTED');
    expect((await page(counter, id)).materials[0]?.files).toMatchObject([
      { id: slots[0].id, status: 'VERIFIED', kind: 'PDF', pages: 2, thumbnailUrl: null, pictureUrl: null },
    ]);

    const permit = written('Permit 2026-0417');
    const slot = paper(permit);
    await move(world, street, [id, 4], 'APPROVE', { text: '准予登记。', evidence: [slot] });
    expect((await page(me, id)).result).toMatchObject([{ status: 'AWAITED', copyUrl: null, pages: null }]);
    expect(await send(street, id, slot, permit)).toMatchObject({ arrival: 'VERIFIED' });
    const [file] = (await page(me, id)).result;
    const copy = await save(file?.copyUrl);
    const saved = copy.bytes.toString('latin1');
    // No browser shows it as a page of ours.
    expect(copy.how).toEqual(['application/pdf', 'attachment']);
    expect(saved).toContain('(Permit 2026-0417) Tj');
    expect(saved).not.toMatch(/PLANTED-SECRET|\/Info|\/Metadata/);
    expect((await save(file?.originalUrl)).bytes.equals(permit)).toBe(true);
  });

  it('that acts is refused with its reason, and its application waits for another', async () => {
    const { me, service } = await resident(world);
    const bytes = written('Marriage', { catalog: '/OpenAction << /S /JavaScript /JS (alert) >>' });
    const slot = paper(bytes);
    const input = applicationInput(service, { materials: [{ code: 'MARRIAGE', evidence: [slot] }] });
    await open(world, me, input);
    expect(await send(me, input.id, slot, bytes)).toMatchObject({ reason: 'ACTIVE_CONTENT' });
    expect((await page(me, input.id)).materials[0]?.files).toMatchObject([
      { status: 'REJECTED', rejection: 'ACTIVE_CONTENT', copyUrl: null, originalUrl: null },
    ]);
  });

  it.each([
    ['in a role of a scene', { role: 'SCENE' }, 'EVIDENCE_TYPE_NOT_ALLOWED'],
    ['of more than 20 MB', { size: 20_000_001 }, 'EVIDENCE_SIZE_INVALID'],
  ] as const)('%s is not announced', async (_what, more, code) => {
    const { me, service } = await resident(world);
    const slot = { ...documentSlot(), contentType: 'application/pdf', ...more };
    const materials = [{ code: 'MARRIAGE', evidence: [slot] }];
    expect((await open(world, me, applicationInput(service, { materials }))).codes).toEqual([code]);
  });
});
