import { type ModuleFields } from './module-fields';

const STAMP = ['version', 'changedAt', 'changedBy'];
const THING = [...STAMP, 'id', 'area', 'point', 'address'];
const list = (name: string): ModuleFields => ({
  [`${name}Connection`]: { guard: 'place:read', fields: ['edges', 'pageInfo'] },
  [`${name}Edge`]: { guard: 'place:read', fields: ['node', 'cursor'] },
});
const payload = (name: string, field: string): ModuleFields => ({
  [`${name}Payload`]: { guard: 'place:write', fields: [field, 'userErrors'] },
});

/** Who sees what of its types. */
export const PLACES_FIELDS: ModuleFields = {
  CommitteeHead: { guard: 'place:read', fields: ['name', 'personId', 'workPhone'] },
  Courtyard: {
    guard: 'place:read',
    fields: [
      ...[...STAMP, 'id', 'name', 'kind', 'hasPropertyManagement', 'hasGate', 'hasGuard', 'propertyCompany'],
      ...['hasCommittee', 'committeeHead', 'buildingsCount', 'householdsPlanned', 'closedAt'],
    ],
  },
  CourtyardPage: { guard: 'place:read', fields: ['profile', 'buildings'] },
  Building: {
    guard: 'place:read',
    fields: [
      ...[...STAMP, 'id', 'courtyard', 'number', 'name', 'units', 'floors', 'yearBuilt', 'hasLift'],
      'closedAt',
    ],
  },
  Dwelling: {
    guard: 'place:read',
    fields: [...STAMP, 'id', 'courtyard', 'door', 'use', 'squareMetres', 'closedAt'],
  },
  OrganisationSummary: {
    guard: 'place:read',
    fields: ['id', 'area', 'name', 'kind', 'creditCode', 'legalPersonMasked'],
  },
  Organisation: {
    guard: 'place:read',
    fields: [...THING, 'name', 'kind', 'creditCode', 'legalPerson', 'workPhone', 'closedAt'],
  },
  PremisesSummary: {
    guard: 'place:read',
    fields: ['id', 'area', 'name', 'kind', 'control', 'status', 'riverside', 'faults'],
  },
  Premises: {
    guard: 'place:read',
    fields: [
      ...[...THING, 'name', 'kind', 'control', 'pollutionSources', 'riverside', 'status', 'statusSince'],
      ...['operator', 'contactName', 'workPhone', 'equipment'],
      ...['inspections', 'openFindings', 'findingsInYear'],
    ],
  },
  Equipment: { guard: 'place:read', fields: ['kind', 'state', 'checkedAt', 'note'] },
  FacilitySummary: {
    guard: 'place:read',
    fields: ['id', 'area', 'name', 'category', 'subcategory', 'state', 'point'],
  },
  Facility: {
    guard: 'place:read',
    fields: [
      ...[...THING, 'name', 'category', 'subcategory', 'state', 'stateSince'],
      ...['owner', 'maintainer', 'custodian'],
    ],
  },
  ResponsibleUnit: { guard: 'place:read', fields: ['name', 'department', 'organisation'] },
  ...list('Courtyard'),
  ...list('Dwelling'),
  ...list('OrganisationSummary'),
  ...list('PremisesSummary'),
  ...list('FacilitySummary'),
  ...payload('Courtyard', 'courtyard'),
  ...payload('Building', 'building'),
  ...payload('Dwelling', 'dwelling'),
  ...payload('Organisation', 'organisation'),
  ...payload('Premises', 'premises'),
  ...payload('Facility', 'facility'),
};
