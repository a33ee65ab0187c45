import { describe, expect, test } from '@jest/globals';
import { salesCollections } from '../all.js';
import { deadlineSources } from '../reminder/deadline-sources.js';
import { noWork, openWork } from './open-work.js';

/** References to something that is nobody; a field that is new here is decided on: work of somebody, no work, or this. */
const OF_THINGS = [
  ...['customerId', 'leadId', 'enquiryId', 'proposalId', 'applicationId', 'contractId', 'loanId', 'productId', 'decisionId', 'campaignId'],
  ...[
    'activityId',
    'partnerId',
    'referrerId',
    'eventId',
    'visitId',
    'plannedVisitId',
    'previousId',
    'rootId',
    'replacesId',
    'questionnaireId',
  ],
  ...[
    'investigationHandoffId',
    'warningId',
    'fileId',
    'runId',
    'sourceId',
    'residentId',
    'payeeAccountId',
    'reportIds',
    'subjectId',
    'measureId',
    'caseId',
    'alertId',
    'handoffId',
    'sessionId',
  ],
];

const named = salesCollections.flatMap(({ name, schema }) =>
  Object.keys(schema.paths)
    .filter((field) => /^\w+Ids?$/.test(field) && !OF_THINGS.includes(field))
    .map((field) => `${name}.${field}`),
);
const work = openWork.map(({ collection, ownerField }) => `${collection.name}.${ownerField}`);

describe('[2.13] whoever leaves, nothing that he has in hand is forgotten', () => {
  test('every field of sales that names somebody is work that is given away, or says why it is none', () => {
    expect(named.filter((field) => !work.includes(field) && !(field in noWork))).toEqual([]);
  });

  test('no line is left of a field that is gone, and none says both', () => {
    expect([...work, ...Object.keys(noWork)].filter((field) => !named.includes(field))).toEqual([]);
    expect(work.filter((field) => field in noWork)).toEqual([]);
  });

  test.each(deadlineSources.filter(({ ownerField }) => ownerField !== null).map((one) => [one.kind, one] as const))(
    'who owes %s gives it away',
    (_kind, { collection, ownerField }) => {
      expect(work).toContain(`${collection.name}.${ownerField}`);
    },
  );
});
