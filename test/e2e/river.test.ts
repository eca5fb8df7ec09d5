import { createHash } from 'node:crypto';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { seedId } from '../../local/seed/ids';
import { newId } from '../../src/shared/ids';
import {
  AcceptCaseDocument,
  CasePageDocument,
  ChecklistDocument,
  CloseCaseDocument,
  CommentOnCaseDocument,
  DeskLiveDocument,
  type DeskLiveSubscription,
  DeskMapDocument,
  DispatchCaseDocument,
  FindingAlertsDocument,
  type FindingAlertsSubscription,
  EscalateCaseDocument,
  OurPremisesFileDocument,
  PremisesFileDocument,
  ReportBackCaseDocument,
  SendBackCaseDocument,
  InspectCaseDocument,
  NotificationsDocument,
  StrikeOffFindingDocument,
  SubmitInspectionDocument,
  TakeOnFindingDocument,
} from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';
import { uploadFile } from '../support/upload';

const BUREAU = '510108-EEB';
/** A restaurant by the river, at which nothing was found before but its grease trap. */
const RESTAURANT = seedId('PREMISES', 4);

/** The story of the riverside restaurant, from the worker's phone to its being struck off, with the bureau's desk looking on. */
describe('the river', () => {
  const clients: Client[] = [];
  afterAll(async () => {
    for (const client of clients) await client.dispose();
  });
  const slotFor = (photo: Uint8Array, role: 'BEFORE' | 'AFTER') => ({
    ...{ id: newId(), role, contentType: 'image/jpeg', size: photo.length },
    sha256: createHash('sha256').update(photo).digest('base64'),
  });
  /** The bureau's second screen: what its desk is told, as it happens, and what is found in its district. */
  const desk = async () => {
    const told: NonNullable<DeskLiveSubscription['departmentFeed']>[] = [];
    const alerts: NonNullable<FindingAlertsSubscription['findingAlerts']>[] = [];
    const client = createClient({
      url: laptop().socketUrl,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${await laptop().tokenFor('song-ke')}` },
      lazy: true,
    });
    clients.push(client);
    client.subscribe<DeskLiveSubscription>(
      { query: print(DeskLiveDocument), variables: { department: BUREAU } },
      {
        next: ({ data }) => data?.departmentFeed && told.push(data.departmentFeed),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    client.subscribe<FindingAlertsSubscription>(
      { query: print(FindingAlertsDocument), variables: { area: '510108' } },
      {
        next: ({ data }) => data?.findingAlerts && alerts.push(data.findingAlerts),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return { told, alerts };
  };

  it('is found, and the bureau sees it as it happens; one thing it is sent, one it takes on itself: both are put right, checked and struck off', async () => {
    const [worker, community, street, bureau] = await Promise.all(
      ['yang-lan', 'lin-yan', 'xu-wei', 'song-ke'].map((person) => laptop().clientOf(person)),
    );
    const { told, alerts } = await desk();
    const kindsOf = (id: string) => told.filter((event) => event.case.id === id).map(({ step }) => step.kind);

    // The checklist says what is looked at, and of what a picture is asked for.
    const { checklists } = await worker!.request(ChecklistDocument, { kind: 'RIVERSIDE_RESTAURANT' });
    const checklist = checklists?.find(({ code }) => code === 'RIVERSIDE_RESTAURANT');
    const [purifier, river] = [
      await makePhoto({ caption: 'purifier' }),
      await makePhoto({ caption: 'river' }),
    ];
    const found = new Map([
      ['PURIFIER_RUNNING', { photo: purifier, slot: slotFor(purifier, 'BEFORE'), caseId: newId() }],
      ['RIVER_COLOUR', { photo: river, slot: slotFor(river, 'BEFORE'), caseId: newId() }],
    ]);
    const input = {
      ...{ id: newId(), premises: RESTAURANT, checklist: 'RIVERSIDE_RESTAURANT' },
      ...{ version: checklist?.version ?? 0, at: new Date().toISOString() },
      answers: (checklist?.items ?? []).map(({ code: item }) => {
        const failed = found.get(item);
        return failed === undefined
          ? { item, result: 'PASS' as const, evidence: [] }
          : {
              item,
              result: 'FAIL' as const,
              caseId: failed.caseId,
              evidence: [failed.slot],
              note: '现场照片如附',
            };
      }),
    };
    // The answer is lost, so the phone sends it again.
    const [{ submitInspection: first }, { submitInspection: again }] = [
      await worker!.request(SubmitInspectionDocument, { input }),
      await worker!.request(SubmitInspectionDocument, { input }),
    ];
    expect(first.userErrors).toEqual([]);
    expect(again.cases?.map(({ case: made }) => made?.id)).toEqual(
      first.cases?.map(({ case: made }) => made?.id),
    );
    for (const { item, case: made } of first.cases ?? [])
      await uploadFile(made?.evidence[0]?.upload, found.get(item)!.photo);

    // The bureau's second screen has both at once, before anybody has sent them on. A laptop that has just started still reads what
    // was seeded.
    const alertsOf = (id: string) => alerts.filter((alert) => alert.id.startsWith(id));
    for (const [item, { caseId: id }] of found) {
      const alert = await eventually(() => Promise.resolve(alertsOf(id)[0]), 60);
      expect(alert).toMatchObject({
        item,
        premises: RESTAURANT,
        state: 'OPEN',
        case: { id, state: 'REPORTED' },
      });
    }

    // So does its file of the premises, and its desk: it is a matter of the bureau's.
    const ids = [...found.values()].map((each) => each.caseId);
    const { premisesFile: early } = await bureau!.request(OurPremisesFileDocument, { id: RESTAURANT });
    expect(early?.openFindings.map((each) => each.caseId)).toEqual(expect.arrayContaining(ids));
    const isOnTray = (tray: readonly { readonly id: string }[] = []) =>
      ids.every((id) => tray.some((each) => each.id === id)) || undefined;
    await eventually(async () => isOnTray((await bureau!.request(DeskMapDocument, {})).deskMap?.toTakeOn));

    const { caseId } = found.get('RIVER_COLOUR')!;
    const why = (text: string) => ({ input: { id: newId(), caseId, text } });
    await worker!.request(EscalateCaseDocument, why('河水发白，排口就在店后。'));
    await community!.request(EscalateCaseDocument, why('需生态环境局查处。'));
    const { dispatchCase } = await street!.request(DispatchCaseDocument, {
      input: { id: newId(), caseId, department: BUREAU, text: '请到现场核查。' },
    });
    expect(dispatchCase.userErrors).toEqual([]);
    await eventually(() => Promise.resolve(kindsOf(caseId).includes('DISPATCH') || undefined));
    const { deskMap } = await eventually(async () => {
      const answer = await bureau!.request(DeskMapDocument, {});
      return JSON.stringify(answer.deskMap?.geoJson).includes(caseId) ? answer : undefined;
    });
    expect(deskMap?.unplaced).toBeLessThan(deskMap?.total ?? 0);

    // The bureau takes it over, tells the worker, puts it right; the first check fails.
    await bureau!.request(AcceptCaseDocument, { input: { id: newId(), caseId } });
    const comment = { id: newId(), caseId, text: '执法人员下午到，请协助指认排口。' };
    await bureau!.request(CommentOnCaseDocument, { input: comment });
    const rectified = async (caption: string, id = caseId) => {
      const photo = await makePhoto({ caption });
      const evidence = [slotFor(photo, 'AFTER')];
      const { reportBackCase } = await bureau!.request(ReportBackCaseDocument, {
        input: { id: newId(), caseId: id, text: '已责令停排并接入污水管网。', evidence },
      });
      const sent = reportBackCase.case?.evidence.find(({ id }) => id === evidence[0]?.id);
      await uploadFile(sent?.upload, photo);
    };
    await rectified('first');
    const { sendBackCase } = await street!.request(SendBackCaseDocument, why('复查时河水仍发白。'));
    expect(sendBackCase.userErrors).toEqual([]);
    const stateOf = async (id: string) => {
      const { premisesFile } = await worker!.request(PremisesFileDocument, { id: RESTAURANT });
      const all = premisesFile?.inspections.edges.flatMap(({ node }) => node.findings) ?? [];
      return all.find((finding) => finding.caseId === id)?.state;
    };
    // The file follows the case by the table's stream.
    const isInFile = async (state: string, id = caseId) =>
      (await stateOf(id)) === state ? state : undefined;
    await eventually(async () => isInFile('ENFORCEMENT'));
    await rectified('second');
    const closing = { input: { ...why('河水清，已接管。').input, conditionMet: true } };
    await eventually(async () => {
      const { closeCase } = await street!.request(CloseCaseDocument, closing);
      return closeCase.case ?? undefined;
    });
    await eventually(async () => isInFile('STRUCK_OFF'));

    // The other one the bureau takes on itself, before anybody has sent it, and strikes it off once the worker has looked.
    const { caseId: own } = found.get('PURIFIER_RUNNING')!;
    const { moveCase: taken } = await bureau!.request(TakeOnFindingDocument, { id: newId(), caseId: own });
    expect(taken).toMatchObject({ userErrors: [], case: { state: 'HANDLING', holder: { code: BUREAU } } });
    await rectified('purifier runs', own);
    const strikeOff = { id: newId(), caseId: own, text: '净化器已修复运行。' };
    const codes = async () => {
      const { moveCase } = await bureau!.request(StrikeOffFindingDocument, strikeOff);
      return moveCase.userErrors.map(({ code }) => code);
    };
    await eventually(async () => (String(await codes()) === 'NOT_RECHECKED' ? true : undefined));
    await eventually(async () => {
      const { notifications } = await worker!.request(NotificationsDocument, {});
      const told = notifications?.edges.filter(({ node }) => node.case?.id === own) ?? [];
      return told.some(({ node }) => node.kind === 'REPORTED_BACK') || undefined;
    });
    const looked = { id: newId(), caseId: own, text: '现场看过，净化器在运行。', conditionMet: true };
    await worker!.request(InspectCaseDocument, { input: looked });
    await eventually(async () => (await codes()).length === 0 || undefined);
    await eventually(async () => isInFile('STRUCK_OFF', own));
    await eventually(() => Promise.resolve(kindsOf(own).includes('TAKE_ON') || undefined));

    // What the desk was told is what happened while it had the case; the worker can read all of it.
    await eventually(() =>
      Promise.resolve(kindsOf(caseId).filter((kind) => kind === 'REPORT_BACK').length === 2 || undefined),
    );
    const { case: page } = await worker!.request(CasePageDocument, { id: caseId });
    const history = page?.timeline.map(({ kind }) => kind) ?? [];
    expect(history).toEqual([
      ...['REPORT', 'ESCALATE', 'ESCALATE', 'DISPATCH', 'ACCEPT', 'REPORT_BACK', 'SEND_BACK'],
      ...['REPORT_BACK', 'CLOSE'],
    ]);
    expect(kindsOf(caseId)).toEqual(history.slice(3, 8));
    expect(page?.solvedAtLevel).toBe('DEPARTMENT');
    const statesOf = () => [...new Map(alertsOf(caseId).map(({ id, state }) => [id, state])).values()];
    await eventually(() => Promise.resolve(statesOf().includes('STRUCK_OFF') || undefined));
    expect(statesOf()).toEqual(['OPEN', 'RECTIFIED', 'ENFORCEMENT', 'RECTIFIED', 'STRUCK_OFF']);
  }, 150_000);
});
