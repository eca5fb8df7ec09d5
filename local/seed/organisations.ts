import { checkCharacter } from '../../src/modules/places/credit-code.rules';
import { type PutOrganisationInput } from '../../src/modules/places/organisation.input';
import { type OrganisationKind } from '../../src/modules/places/organisation.rules';
import { COMMUNITY } from './areas';
import { seedId } from './ids';

const ROWS: readonly (readonly [grid: number, name: string, kind: OrganisationKind, legalPerson: string])[] =
  [
    [4, '成都市沙河晨光餐饮有限公司', 'ENTERPRISE', '邱明'],
    [4, '成华区河畔小馆', 'INDIVIDUAL_BUSINESS', '龚素芳'],
    [2, '成都市东郊机车配件加工厂', 'ENTERPRISE', '雷建业'],
    [3, '成都市净亮洗车服务有限公司', 'ENTERPRISE', '蒋川'],
    [5, '成华区三友路社区小学', 'PUBLIC_INSTITUTION', '顾慧'],
    [6, '杉板桥社区邻里互助会', 'SOCIAL_ORGANISATION', '覃兰'],
  ];

/** Organisations of the demonstration community. Names are invented, and the codes are none that was ever given out. */
export function organisations(): PutOrganisationInput[] {
  return ROWS.map(([grid, name, kind, legalPerson], index) => {
    const first17 = `91510108MA000000${String(index + 1)}`;
    return {
      ...{
        id: seedId('ORGANISATION', index + 1),
        area: `${COMMUNITY.code}00${String(grid)}`,
        name,
        kind,
        legalPerson,
      },
      creditCode: first17 + checkCharacter(first17),
      workPhone: `028-0000002${String(index + 1)}`,
    };
  });
}
