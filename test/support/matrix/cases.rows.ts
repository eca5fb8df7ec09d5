import { parse } from 'graphql';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { reportInput, slotInput } from '../cases';
import { type World } from '../world';
import { type MatrixRow } from './row';

const move =
  (more: object = {}) =>
  (_world: World, caseId: string) => ({
    input: { id: newId(), caseId, text: '说明', ...more },
  });

/** Cases, evidence, live. */
export const CASES_ROWS: readonly MatrixRow[] = [
  { field: 'caseCategories', document: parse('{ caseCategories { code name } }'), variables: () => ({}) },
  { field: 'caseCategoryGroups', document: operations.CaseCategoriesDocument, variables: () => ({}) },
  { field: 'inbox', document: operations.InboxDocument, variables: ({ grid }) => ({ holder: grid }) },
  { field: 'reportedCases', document: operations.MyReportsDocument, variables: () => ({}) },
  { field: 'missingFiles', document: operations.MissingFilesDocument, variables: () => ({}) },
  { field: 'missingFileCount', document: parse('{ missingFileCount }'), variables: () => ({}) },
  {
    field: 'case',
    document: operations.CasePageDocument,
    state: 'REPORTED',
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'reportCase',
    document: operations.ReportCaseDocument,
    variables: (world) => ({ input: reportInput(world, { place: { area: world.courtyard } }) }),
  },
  {
    field: 'addCaseEvidence',
    document: operations.AddCaseEvidenceDocument,
    state: 'REPORTED',
    variables: (_world, caseId) => ({ input: { caseId, evidence: [slotInput()] } }),
  },
  {
    field: 'openUpload',
    document: operations.OpenUploadDocument,
    state: 'REPORTED',
    answer: 'NOT_FOUND',
    variables: (_world, caseId) => ({ input: { caseId, evidenceId: newId(), partHashes: [] } }),
  },
  {
    field: 'completeUpload',
    document: operations.CompleteUploadDocument,
    state: 'REPORTED',
    answer: 'NOT_FOUND',
    variables: (_world, caseId) => ({ input: { caseId, evidenceId: newId() } }),
  },
  {
    field: 'setLegalHold',
    document: operations.SetLegalHoldDocument,
    state: 'REPORTED',
    variables: (_world, caseId) => ({ input: { caseId, on: true, reason: '诉讼' } }),
  },
  {
    field: 'holdFiles',
    document: operations.HoldFilesDocument,
    state: 'REPORTED',
    variables: (_world, id) => ({ input: { type: 'CASE', id, on: true, reason: '诉讼' } }),
  },
  {
    field: 'fileHold',
    document: operations.FileHoldDocument,
    state: 'REPORTED',
    variables: (_world, id) => ({ type: 'CASE', id }),
  },
  {
    field: 'verifyEvidence',
    document: operations.VerifyEvidenceDocument,
    state: 'REPORTED',
    variables: (_world, caseId) => ({ input: { caseId } }),
  },
  {
    field: 'moveCase',
    document: operations.MoveCaseDocument,
    state: 'REPORTED',
    variables: move({ move: 'FILE' }),
  },
  {
    field: 'commentOnCase',
    document: operations.CommentOnCaseDocument,
    state: 'REPORTED',
    variables: (_world, caseId) => ({ input: { id: newId(), caseId, text: '说明', internal: false } }),
  },
  { field: 'solveCase', document: operations.SolveCaseDocument, state: 'REPORTED', variables: move() },
  { field: 'escalateCase', document: operations.EscalateCaseDocument, state: 'REPORTED', variables: move() },
  {
    field: 'dispatchCase',
    document: operations.DispatchCaseDocument,
    state: 'REPORTED',
    variables: (world, caseId) => move({ department: world.office })(world, caseId),
  },
  {
    field: 'acceptCase',
    document: operations.AcceptCaseDocument,
    state: 'DISPATCHED',
    variables: (_world, caseId) => ({ input: { id: newId(), caseId } }),
  },
  { field: 'returnCase', document: operations.ReturnCaseDocument, state: 'DISPATCHED', variables: move() },
  {
    field: 'reportBackCase',
    document: operations.ReportBackCaseDocument,
    state: 'HANDLING',
    variables: (world, caseId) => move({ evidence: [slotInput('AFTER')] })(world, caseId),
  },
  {
    field: 'inspectCase',
    document: operations.InspectCaseDocument,
    state: 'HANDLED',
    variables: move({ conditionMet: true }),
  },
  {
    field: 'closeCase',
    document: operations.CloseCaseDocument,
    state: 'HANDLED',
    variables: move({ conditionMet: true }),
  },
  { field: 'sendBackCase', document: operations.SendBackCaseDocument, state: 'HANDLED', variables: move() },
];
