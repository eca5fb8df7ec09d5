import { readOperations } from '../../local/editor/operations';
import { fillIn, needsWhatWasMade } from '../../local/editor/page/examples';
import { seedId } from '../../local/seed/ids';
import { laptop } from '../support/laptop';

/** Whom a newcomer acts as first, for each client. */
const FIRST: Readonly<Record<string, string>> = {
  'worker-app': 'wang-fang',
  portal: 'peng-xiaoli',
  'governance-centre': 'lin-yan',
  'department-desk': 'song-ke',
  'service-counter': 'lin-yan',
};

/** Who opens what is not for those. */
const INSTEAD: Readonly<Record<string, string>> = {
  'governance-centre/file-hold': 'xu-wei',
  'department-desk/application': 'qin-lu',
  'department-desk/applications': 'qin-lu',
  'governance-centre/webhooks': 'tang-hua',
  'portal/my-account': 'xiaoli-phone',
};

const screens = readOperations('schema/operations')
  .filter(({ kind, variables }) => kind === 'query' && !needsWhatWasMade(variables))
  .map((screen) => [`${screen.client}/${screen.screen}`, screen] as const);

describe('a screen that is opened for the first time, with its example', () => {
  it.each(screens)('shows something: %s', async (name, { client, query, variables }) => {
    const filled = fillIn(variables, seedId('CASE', 3));
    const api = await laptop().clientOf(INSTEAD[name] ?? FIRST[client] ?? '');
    const data = await api.request<Record<string, unknown>>(query, JSON.parse(filled || '{}') as object);
    expect(Object.values(data)).not.toContain(null);
  });
});
