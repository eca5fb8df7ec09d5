import { type Browser, type Page } from 'playwright-core';
import { newId } from '../../src/shared/ids';
import { pointIn } from '../../local/seed/areas';
import {
  type AdjustmentPageQuery,
  type WithdrawAdjustmentMutation,
  CasePageDocument,
  type CasePageQuery,
  ReportCaseDocument,
} from '../generated/operations';
import { openBrowser } from '../support/browser';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';

jest.setTimeout(60_000);

const room = process.env.WANGGE_TEST_BROWSER === undefined ? describe.skip : describe;

/** The page that `npm start` prints the address of, in a real browser. */
room('the query editor', () => {
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(10_000);
    troubles = [];
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== 'localhost') troubles.push(request.url());
    });
    await page.goto(laptop().editorUrl);
    await page.getByTestId('person').waitFor();
  });
  afterEach(async () => {
    await page.close();
    // Nothing was loaded from elsewhere, and the page did not complain.
    expect(troubles).toEqual([]);
  });

  const actAs = (person: string) => page.getByTestId('person').selectOption(person);
  const open = async (screen: string) => {
    await page.getByTestId(screen).click();
    // GraphiQL reads what is in the editor a moment after it is there.
    await page.waitForTimeout(700);
  };
  const showPane = async (name: string) => {
    const button = page.getByRole('button', { name: new RegExp(`^(Show|Hide) .*${name}`) });
    if ((await button.getAttribute('aria-label'))?.startsWith('Show') === true) await button.click();
  };
  const answerPane = () => page.locator('.graphiql-response .view-lines');
  /** Runs what is open and gives the API's answer, which the page shows too. */
  const run = async <Data>(): Promise<Data> => {
    const isAnswer = page.waitForResponse(
      (response) => response.url() === laptop().apiUrl && response.request().method() === 'POST',
    );
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const { data, errors } = (await (await isAnswer).json()) as { data: Data; errors?: unknown };
    expect(errors).toBeUndefined();
    await answerPane().getByText('"data"').first().waitFor();
    return data;
  };

  it('reads the schema and has the screens of all four clients', async () => {
    for (const client of ['Worker app', 'Smart-community portal', 'Governance centre', 'Department desk'])
      expect(await page.getByRole('heading', { name: client }).count()).toBe(1);
    await showPane('Documentation Explorer');
    await page.getByText('CaseSummaryConnection').waitFor();
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('switches the person, and each sees what is theirs', async () => {
    await open('worker-app/me');
    await run();
    await answerPane().getByText('王芳').waitFor();
    await actAs('xu-wei');
    await open('governance-centre/inbox');
    const { inbox } = await run<{ inbox: { edges: { node: { summary: string } }[] } }>();
    expect(inbox.edges.length).toBeGreaterThan(0);
    await answerPane().getByText('"summary"').first().waitFor();
    await page.reload();
    expect(await page.getByTestId('person').inputValue()).toBe('xu-wei');
  });

  it('shows a case as the README does; UPDATE_DOCS=1 takes the picture anew', async () => {
    await actAs('xu-wei');
    await open('governance-centre/case-page');
    const { case: shown } = await run<CasePageQuery>();
    expect(shown).toMatchObject({ state: 'DISPATCHED', holder: { name: '成华生态环境局' } });
    await answerPane().getByText('"areaNames"').waitFor();
    if (process.env.UPDATE_DOCS === '1') await page.screenshot({ path: 'docs/images/query-editor.png' });
  });

  it('speaks Chinese and English, and so does the API', async () => {
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '业务操作' }).waitFor();
    await open('worker-app/solve');
    const { solveCase } = await run<{ solveCase: { userErrors: { message: string }[] } }>();
    expect(solveCase.userErrors[0]?.message).toMatch(/[一-龥]/);
  });

  it('takes the whole Fireworks story by hand, pictures too', async () => {
    const choose = async (role: string) => {
      await showPane('取证材料');
      await page.getByTestId('file-role').selectOption(role);
      expect(await page.getByTestId('file').getAttribute('accept')).toMatch(/image\/jpeg.*application\/pdf/);
      await page.getByTestId('file').setInputFiles({
        ...{ name: `${role}.jpg`, mimeType: 'image/jpeg' },
        buffer: await makePhoto({ place: pointIn(1), caption: role }),
      });
      await page.locator('[data-progress=CHOSEN]').waitFor();
    };
    const uploaded = () => page.locator('[data-progress=UPLOADED]').last().waitFor();
    type Moved = Record<string, { case: { id: string; state: string } | null; userErrors: unknown[] }>;
    const move = async (person: string, screen: string) => {
      await actAs(person);
      await showPane('业务操作');
      await open(screen);
      return Object.values(await run<Moved>())[0];
    };

    await actAs('wang-fang');
    await open('worker-app/report');
    await choose('SCENE');
    const { reportCase } = await run<Moved>();
    const id = reportCase?.case?.id ?? '';
    await uploaded();
    await move('wang-fang', 'worker-app/escalate');
    await move('lin-yan', 'worker-app/escalate');
    expect(await move('xu-wei', 'governance-centre/dispatch')).toMatchObject({
      case: { state: 'DISPATCHED' },
    });
    await move('luo-jun', 'department-desk/accept');
    await showPane('业务操作');
    await open('department-desk/report-back');
    await choose('AFTER');
    await run();
    await uploaded();
    const worker = await laptop().clientOf('wang-fang');
    await eventually(async () => {
      const { case: seen } = await worker.request(CasePageDocument, { id });
      return seen?.evidence.every(({ status }) => status === 'VERIFIED') === true ? seen : undefined;
    });
    expect(await move('xu-wei', 'governance-centre/close')).toMatchObject({
      case: { id, state: 'CLOSED' },
      userErrors: [],
    });
  });

  it('remembers what was proposed: a plan is read and withdrawn as it is opened', async () => {
    await actAs('lin-yan');
    await open('governance-centre/adjustment-propose');
    const made = await run<{
      proposeAdjustment: { adjustment: { id: string } | null; userErrors: unknown };
    }>();
    expect(made.proposeAdjustment.userErrors).toEqual([]);
    await open('governance-centre/adjustment-page');
    const { adjustment } = await run<AdjustmentPageQuery>();
    expect(adjustment).toMatchObject({ id: made.proposeAdjustment.adjustment?.id, state: 'PROPOSED' });
    await open('governance-centre/adjustment-withdraw');
    const { withdrawAdjustment } = await run<WithdrawAdjustmentMutation>();
    expect(withdrawAdjustment).toMatchObject({ adjustment: { state: 'WITHDRAWN' }, userErrors: [] });
  });

  it('shows what is live', async () => {
    await actAs('xu-wei');
    await open('governance-centre/live');
    const socket = page.waitForEvent('websocket');
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await (await socket).waitForEvent('framereceived');
    // What was asked is kept once the door has answered; there is no message that says so.
    await page.waitForTimeout(1_000);
    const worker = await laptop().clientOf('wang-fang');
    const text = `编辑器实时 ${newId()}`;
    await worker.request(ReportCaseDocument, {
      input: { id: newId(), category: 'OTHER', text, place: { point: pointIn(1) }, evidence: [] },
    });
    await answerPane().getByText(text).waitFor();
  });
});
