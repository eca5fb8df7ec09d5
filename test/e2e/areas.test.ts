import { CoverageCheckDocument, GridLoadsDocument, SearchAreasDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';

/** The seeded community through the doors: HTTP, the table's stream that marks, the clock that counts. */
describe('the seeded community', () => {
  it('is found, is covered without a seam, and each of its grids is counted by the clock', async () => {
    const staff = await laptop().clientOf('xu-wei');
    const found = await staff.request(SearchAreasDocument, { text: '板桥' });
    expect(found.searchAreas?.edges.map(({ node }) => node.name)).toContain('杉板桥社区');

    const { coverage } = await staff.request(CoverageCheckDocument, { area: '510108008003' });
    expect(coverage).toMatchObject({ seamless: true, againstCommunity: true });

    const loads = await eventually(async () => {
      const { gridLoad } = await staff.request(GridLoadsDocument, { area: '510108008003' });
      const nodes = gridLoad?.edges.map(({ node }) => node) ?? [];
      return nodes.length === 6 ? nodes : undefined;
    }, 120);
    expect(loads.every(({ households, flags }) => households > 0 && households < 300 && flags)).toBe(true);
    expect(loads.map(({ kind }) => kind).sort()).toEqual([...Array<string>(5).fill('GENERAL'), 'SPECIAL']);
    expect(loads.reduce((sum, { openCases }) => sum + openCases, 0)).toBeGreaterThan(0);
  }, 150_000);
});
