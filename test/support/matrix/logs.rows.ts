import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { offeredIn, onBehalf } from '../applications';
import { noteInput, planInput } from '../logs';
import { noteOf, planOf, roundOf } from '../own-log';
import { somebody as resident } from '../privacy';
import { appointed } from '../staff';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** Somebody who works in the world's courtyard. */
const somebody = async (world: World) => (await appointed(world)).person;

/** Work logs. Whose log it is, is said where others may read it; what only its author may do is tried on the caller's own. */
export const LOGS_ROWS: readonly MatrixRow[] = [
  {
    field: 'workDay',
    document: operations.LogOfWorkerDocument,
    variables: async (world) => ({ person: await somebody(world) }),
  },
  { field: 'workWeek', document: operations.LogWeekDocument, variables: () => ({}) },
  { field: 'workMonth', document: operations.LogMonthDocument, variables: () => ({}) },
  { field: 'openPlans', document: operations.LogDayDocument, variables: () => ({}) },
  {
    field: 'logEntry',
    document: operations.LogEntryPageDocument,
    arrange: (world) => noteOf(world, { id: newId(), name: '王芳' }),
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'logsOfCommunity',
    document: operations.LogsOfCommunityDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'addLogEntry',
    document: operations.AddLogEntryDocument,
    variables: ({ courtyard }) => ({ input: noteInput({ area: courtyard }) }),
  },
  {
    field: 'changeLogEntry',
    document: operations.ChangeLogEntryDocument,
    arrange: noteOf,
    variables: (_world, entry) => ({ input: { id: newId(), entry, text: '要扶手和灯' } }),
  },
  {
    field: 'turnIntoCase',
    document: operations.TurnIntoCaseDocument,
    arrange: noteOf,
    variables: (_world, entry) => ({ input: { id: newId(), entry, category: 'REQUEST' } }),
  },
  {
    field: 'turnIntoApplication',
    document: operations.TurnIntoApplicationDocument,
    arrange: noteOf,
    variables: async (world, entry) => ({
      input: { ...onBehalf(world, await offeredIn(world), await resident(world)), entry },
    }),
  },
  {
    field: 'commentOnLog',
    document: operations.CommentOnLogDocument,
    variables: async (world) => ({
      input: { id: newId(), person: await somebody(world), date: '2026-05-12', text: '辛苦了。' },
    }),
  },
  {
    field: 'planWork',
    document: operations.PlanWorkDocument,
    variables: ({ courtyard }) => ({ input: planInput({ area: courtyard }) }),
  },
  {
    field: 'settlePlan',
    document: operations.SettlePlanDocument,
    arrange: planOf,
    variables: (_world, plan) => ({ input: { id: newId(), plan, outcome: 'DONE', text: '已办。' } }),
  },
  {
    field: 'startRound',
    document: operations.StartRoundDocument,
    variables: () => ({ input: { id: newId() } }),
  },
  {
    field: 'endRound',
    document: operations.EndRoundDocument,
    arrange: roundOf,
    variables: (_world, round) => ({ input: { round } }),
  },
  {
    field: 'exportWorkMonth',
    document: operations.ExportWorkMonthDocument,
    variables: () => ({ input: { id: newId(), month: '2026-05' } }),
  },
];
