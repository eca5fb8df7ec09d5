import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { FINDING_STATES } from './finding.rules';

export const FindingStateEnum = enumOf(FINDING_STATES);
registerEnumType(FindingStateEnum, {
  name: 'FindingState',
  description: 'What becomes of a finding (问题状态); it follows from its case.',
  valuesConfig: {
    PENDING: { description: 'Its case has not been taken in yet (待转事件): send the inspection again.' },
    OPEN: { description: 'To be put right (待整改), see `rectifyBy`.' },
    RECTIFIED: { description: 'Reported as put right, with a picture of the result (已整改待复查).' },
    ENFORCEMENT: { description: 'The check has failed (复查不合格、转执法): with the department again.' },
    STRUCK_OFF: { description: 'Checked and struck off (销号): its case is closed.' },
    DISMISSED: { description: 'No matter to be dealt with (不予立案): its case was declined or taken back.' },
    MERGED: { description: 'Goes on in another case (并案).' },
  },
});
