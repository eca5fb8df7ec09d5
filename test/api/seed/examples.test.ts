import { readFileSync } from 'node:fs';
import { type DocumentNode } from 'graphql';
import { fillIn } from '../../../local/editor/page/examples';
import { person } from '../../../local/seed/people';
import { seed } from '../../../local/seed/seed';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  CompleteUploadDocument,
  DecideApplicationDocument,
  DueInspectionsDocument,
  DueInspectionsOfAreaDocument,
  type DueInspectionsQuery,
  EndResidenceDocument,
  FindServiceDocument,
  FinishStepDocument,
  MediationDocument,
  MediationFollowUpsDocument,
  InspectionCoverageDocument,
  type InspectionCoverageQuery,
  InspectionDocument,
  MissingFilesDocument,
  MoveApplicationDocument,
  MoveResidentDocument,
  OpenUploadDocument,
  SubmitApplicationDocument,
  OurDueInspectionsDocument,
  OurPremisesFileDocument,
  PremisesFileDocument,
  SubmitInspectionDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { type Ceph, hasRealS3, makeCephWorld, startCeph } from '../../support/ceph-world';
import { makeWorld, type World } from '../../support/world';

const example = (screen: string, client = 'worker-app') =>
  JSON.parse(
    fillIn(readFileSync(`schema/operations/${client}/${screen}.variables.json`, 'utf8'), newId()),
  ) as never;
const worker = person('wang-fang');
const seeded = async (world: World) => {
  const newReads = () => createCollectionReader(world.foundation.table);
  await seed({ services: world.services, newReads }, world.clock.now());
  // The day of the examples.
  world.clock.advance(new Date('2026-06-02T02:00:00Z').getTime() - world.clock.now().getTime());
};
const codes = ({ userErrors }: { userErrors: readonly { code: string }[] }) =>
  userErrors.map(({ code }) => code);

/** The seed and the store are slow on two cores that others use too. */
jest.setTimeout(300_000);

describe('the query editor’s examples on a fresh laptop', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ ownTable: true });
    await seeded(world);
  });

  it('end the residence of somebody whom no other example moves', async () => {
    const moved = await run(world, worker, MoveResidentDocument, example('move-resident'));
    expect(codes(moved.data.moveResident)).toEqual([]);
    const ended = await run(world, worker, EndResidenceDocument, example('end-residence'));
    expect(codes(ended.data.endResidence)).toEqual([]);
  });

  it('show what is to be inspected: to the grid worker by the river, to the street what is overdue, and to the bureau its own', async () => {
    const as = async (by: string, document: DocumentNode, client: string, screen: string) => {
      const { data } = await run(world, person(by), document, example(screen, client));
      return data as DueInspectionsQuery & InspectionCoverageQuery;
    };
    const namesOf = ({ dueInspections }: DueInspectionsQuery) =>
      dueInspections?.edges.map(({ node }) => node.name) ?? [];
    const mine = await as('yang-lan', DueInspectionsDocument, 'worker-app', 'due-inspections');
    expect(namesOf(mine)).toContain('老桥火锅');
    const street = await as('xu-wei', DueInspectionsOfAreaDocument, 'governance-centre', 'due-inspections');
    expect(namesOf(street).length).toBeGreaterThan(5);
    const bureau = await as('song-ke', OurDueInspectionsDocument, 'department-desk', 'due-inspections');
    expect(namesOf(bureau).length).toBeGreaterThan(3);
    expect(bureau.dueInspections?.edges.map(({ node }) => node.checklist)).not.toContain('FIRE_PASSAGES');
    const { inspectionCoverage: figures } = await as(
      ...(['lin-yan', InspectionCoverageDocument, 'governance-centre', 'inspection-coverage'] as const),
    );
    expect(figures?.planned).toBeGreaterThan(20);
    expect(figures?.overdue).toBeGreaterThan(3);
    expect(figures?.parts.length).toBeGreaterThan(3);
  });

  it('show a dispute that was mediated, to its grid worker by name and to its community in the list of what is due', async () => {
    const { data } = await run(world, worker, MediationDocument, example('mediation'));
    expect(data.mediation).toMatchObject({ masked: false, version: 1, agreement: { holding: 'OPEN' } });
    const parties = data.mediation?.parties.map(({ name }) => name);
    expect(parties).toEqual(['彭晓丽', '邓一鸣', '诚信装修店']);
    const area = example('mediation-follow-ups', 'governance-centre');
    const list = await run(world, person('lin-yan'), MediationFollowUpsDocument, area);
    expect(list.data.mediationFollowUps?.edges.map(({ node }) => node.maskedParties)).toEqual([
      ['彭**', '邓**', '诚****'],
    ]);
  });

  it('have an application to take in, one at a step, one that lacks something, and one whose result is to be brought', async () => {
    const accepted = await run(
      ...([world, person('lin-yan'), DecideApplicationDocument] as const),
      example('decide-application', 'governance-centre'),
    );
    expect(codes(accepted.data.moveApplication)).toEqual([]);
    const finished = await run(
      ...([world, person('xu-wei'), FinishStepDocument] as const),
      example('finish-step', 'governance-centre'),
    );
    expect(finished.data.moveApplication.application?.steps).toMatchObject([
      ...[
        { state: 'DONE' },
        { name: '入户调查与公示', state: 'DONE' },
        { name: '审核确认', state: 'CURRENT' },
      ],
    ]);
    const me = person('peng-xiaoli');
    const early = await run(world, me, SubmitApplicationDocument, example('submit-application', 'portal'));
    expect(codes(early.data.moveApplication)).toEqual([
      'APPLICATION_MATERIAL_MISSING',
      'APPLICATION_ANSWER_MISSING',
    ]);
    const brought = await run(world, worker, MoveApplicationDocument, example('move-application'));
    expect(brought.data.moveApplication.application?.state).toBe('COLLECTED');
    const found = await run(world, me, FindServiceDocument, example('find-service', 'portal'));
    expect(found.data.serviceItems?.edges.map(({ node }) => node.name)).toEqual(['生育登记']);
  });

  it('show at the bureau that the restaurant of the river story offends again', async () => {
    const id = example('premises-file', 'department-desk');
    const { data, errors } = await run(world, person('song-ke'), OurPremisesFileDocument, id);
    expect(errors).toEqual([]);
    const stands = data.premisesFile?.openFindings.map(({ item, repeated, holder }) => [
      ...[item, repeated, holder?.code],
    ]);
    expect(stands).toEqual([
      ['PURIFIER_RUNNING', true, '510108-EEB'],
      ['RIVER_COLOUR', false, '510108-EEB'],
      ['PURIFIER_RUNNING', false, '510108-EEB'],
    ]);
  });

  it('send in parts a film that was announced; the laptop’s own store says that it takes no parts', async () => {
    const { data } = await run(world, worker, MissingFilesDocument, {});
    const { evidenceId } = (example('open-upload') as { input: { evidenceId: string } }).input;
    expect(data.missingFiles.edges.map(({ node }) => node.file.id)).toEqual([evidenceId]);
    const opened = await run(world, worker, OpenUploadDocument, example('open-upload'));
    expect(codes(opened.data.openUpload)).toEqual(['UPLOAD_IN_PARTS_UNAVAILABLE']);
  });

  it('inspect a construction site, whose file then has what was found', async () => {
    const first = await run(world, worker, InspectionDocument, example('inspection'));
    expect(first.data.inspection).toMatchObject({ checklist: 'CONSTRUCTION_DUST', findings: [] });
    const { input } = example('submit-inspection') as { input: object };
    const today = { input: { ...input, at: world.clock.now().toISOString() } } as never;
    const submitted = await run(world, worker, SubmitInspectionDocument, today);
    expect(codes(submitted.data.submitInspection)).toEqual([]);
    const { data } = await run(world, worker, PremisesFileDocument, example('premises-file'));
    expect(data.premisesFile?.openFindings.map(({ item }) => item)).toEqual(['SOIL_COVERED']);
    expect(data.premisesFile?.inspections.edges).toHaveLength(2);
  });
});

(hasRealS3() ? describe : describe.skip)('the same beside a store that takes parts', () => {
  let ceph: Ceph;
  beforeAll(async () => {
    ceph = await startCeph();
  });
  afterAll(() => ceph.stop());

  it('opens the upload, and says which part lacks to complete it', async () => {
    const world = await makeCephWorld(ceph, { ownTable: true });
    await seeded(world);
    const { data } = await run(world, worker, OpenUploadDocument, example('open-upload'));
    expect(data.openUpload).toMatchObject({ upload: { parts: [{ number: 1 }] }, userErrors: [] });
    const completed = await run(world, worker, CompleteUploadDocument, example('complete-upload'));
    expect(codes(completed.data.completeUpload)).toEqual(['UPLOAD_INCOMPLETE']);
  });
});
