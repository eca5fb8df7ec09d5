import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { CasePageDocument, OurPremisesFileDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, makeMove, moveCase } from '../../support/cases';
import { caseOf, inspect, inspectionInput, premisesFile, restaurant } from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { markVerified } from '../../support/incoming';
import { type World } from '../../support/world';
