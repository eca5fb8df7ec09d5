import { type Actor, type Appointment } from '../../../src/auth/actor';
import { type Action, grantFor, mayEver, PERMISSIONS } from '../../../src/auth/permissions';
import { dutyOf } from '../../../src/auth/relations';

const GRID = '510108008003001';
const as = (...appointments: Appointment[]): Actor => ({ id: 'me', name: '我', appointments });

describe('permissions', () => {
  it('deny everything to somebody without an appointment', () => {
    for (const action of Object.keys(PERMISSIONS) as Action[]) {
      expect(grantFor(as(), action, { area: GRID, holder: GRID, reporterId: 'me' })).toBeUndefined();
      expect(mayEver(as(), action)).toBe(false);
    }
  });

  it('show an administrator no case, no household and no move', () => {
    const administrator = as({ role: 'ADMINISTRATOR', area: '510108' });
    const target = { area: GRID, holder: '510108', reporterId: 'somebody', residentId: 'somebody' };
    const granted = (Object.keys(PERMISSIONS) as Action[]).filter((action) =>
      grantFor(administrator, action, target),
    );
    expect(granted).toEqual([
      'self:read',
      'area:read',
      'department:read',
      'grid-worker:read',
      'staff:read',
      'staff:appoint',
      'import:run',
      'category:read',
      'webhook:manage',
      'case:list-reported',
      'service:read',
      'counter:read',
    ]);
  });

  it('let a grid worker report in the own community only', () => {
    const worker = as({ role: 'GRID_WORKER', area: GRID });
    expect(grantFor(worker, 'case:report', { area: '510108008003006' })).toBeDefined();
    expect(grantFor(worker, 'case:report', { area: '510108008004001' })).toBeUndefined();
  });

  it('let nobody but the holder make a move', () => {
    const worker = as({ role: 'GRID_WORKER', area: GRID });
    expect(grantFor(worker, 'case:escalate', { area: GRID, holder: GRID })).toBeDefined();
    expect(grantFor(worker, 'case:escalate', { area: GRID, holder: '510108008003' })).toBeUndefined();
    expect(grantFor(worker, 'case:escalate', { area: GRID })).toBeUndefined();
  });

  it('act in the appointment that grants, of somebody who has several', () => {
    const both = as({ role: 'GRID_WORKER', area: GRID }, { role: 'COMMUNITY_STAFF', area: '510108008003' });
    expect(grantFor(both, 'case:escalate', { area: GRID, holder: '510108008003' })?.role).toBe(
      'COMMUNITY_STAFF',
    );
  });

  it('see the duty of a department’s staff in the department, of residents in nothing', () => {
    expect(dutyOf({ role: 'DEPARTMENT_STAFF', area: '510108', department: '510108-EEB' })).toBe('510108-EEB');
    expect(dutyOf({ role: 'RESIDENT', area: GRID })).toBeUndefined();
  });
});
