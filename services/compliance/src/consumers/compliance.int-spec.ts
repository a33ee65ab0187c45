import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope, EventData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { MessageSource, person, seedPeople, sentMessages } from '@weilend/testing';
import { anOffice, read } from '../../test/builders/compliance.builder.js';
import type { Office } from '../../test/builders/compliance.builder.js';
import { judgeDossier } from '../domain/dossier/dossier.js';

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.stop());

const terms = { productId: newId('prd'), amountFen: 8_000_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };
const people = { customerId: newId('cus'), salespersonId: newId('emp') };

const decided = (applicationId: string): EventData<'approval.decision-made.v1'> => ({
  applicationId,
  caseId: newId('cas'),
  decisionId: newId('dec'),
  result: 'APPROVED',
  terms,
  validUntil: '2027-02-21',
  conditionIds: [],
  reportId: newId('rep'),
  reportVersion: 1,
  reportHash: 'a'.repeat(64),
  policyVersion: 1,
  minutesHash: 'b'.repeat(64),
  participants: [],
  decidedOn: '2026-11-23',
});

/** The pieces of one loan, as three departments announce them. */
function pieces(applicationId: string, source: MessageSource): Envelope[] {
  const contract = {
    contractId: newId('con'),
    applicationId,
    ...people,
    ...terms,
    contractHash: 'c'.repeat(64),
    signedAt: '2026-11-23T02:00:00.000Z',
  };
  const loan = { loanId: newId('lon'), disbursementId: newId('dis'), contractId: contract.contractId, applicationId, ...people, ...terms };
  return [
    source.event('approval.decision-made.v1', applicationId, decided(applicationId)),
    source.event('sales.contract-signed.v1', applicationId, contract),
    source.event('finance.loan-disbursed.v1', applicationId, {
      ...loan,
      disbursedOn: '2026-11-24',
      firstDueOn: '2026-12-24',
      firstLoanOfCustomer: true,
    }),
  ];
}

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];
const dossierOf = (applicationId: string) => read(office.platform, (tx) => office.dossiers.get(applicationId, tx));

describe('[7.13] the dossier', () => {
  test.each(orders)('is the same in the order %i %i %i', async (...order) => {
    const applicationId = newId('app');
    const envelopes = pieces(applicationId, new MessageSource());
    for (const place of order) await office.inbox.receive(envelopes[place] as Envelope);
    const dossier = await dossierOf(applicationId);
    expect(judgeDossier(dossier)).toMatchObject({ completeness: 'COMPLETE', missing: [] });
    expect(dossier.pieces.map((piece) => piece.kind).sort()).toEqual(['CONTRACT', 'DECISION', 'DISBURSEMENT_VOUCHER', 'RISK_REPORT']);
  });

  test('arriving all at once is not losing any', async () => {
    const applicationId = newId('app');
    await Promise.all(pieces(applicationId, new MessageSource()).map((envelope) => office.inbox.receive(envelope)));
    expect(judgeDossier(await dossierOf(applicationId))).toMatchObject({ completeness: 'COMPLETE' });
  });

  test('a rejected application has a report and a decision and misses the rest', async () => {
    const applicationId = newId('app');
    const rejection = { ...decided(applicationId), result: 'REJECTED' as const, terms: null, validUntil: null };
    await office.inbox.receive(office.source.event('approval.decision-made.v1', applicationId, rejection));
    expect(judgeDossier(await dossierOf(applicationId))).toMatchObject({
      completeness: 'INCOMPLETE',
      missing: ['CONTRACT', 'DISBURSEMENT_VOUCHER'],
    });
  });
});

describe('[3.7] the access log', () => {
  test('keeps every view once', async () => {
    const customerId = newId('cus');
    const view = {
      customerId,
      viewerId: newId('emp'),
      reason: '核对身份证',
      fields: ['residentId', 'phone'],
      viewedAt: '2026-11-23T02:00:00.000Z',
    };
    const envelope = office.source.event('sales.personal-data-viewed.v1', customerId, view);
    await office.inbox.receive(envelope);
    expect(await office.inbox.receive(envelope)).toBe('seen');
    const rows = await office.platform.database
      .collection('access_log')
      .find({ customerId } as never)
      .toArray();
    expect(rows).toMatchObject([{ viewerId: view.viewerId, reason: '核对身份证', viewedFields: ['residentId', 'phone'], source: 'sales' }]);
  });
});

describe('[1.5] a falsification reports itself', () => {
  const [reporter, officer, judge, suspect] = [
    person('sales', 'sales-manager'),
    person('compliance', 'compliance-officer'),
    person('compliance', 'compliance-officer'),
    person('sales', 'salesperson'),
  ];
  const falsified = (suspectId: string | null): Envelope => {
    const applicationId = newId('app');
    return office.source.event('sales.falsification-reported.v1', applicationId, {
      applicationId,
      reportedBy: reporter.employeeId,
      suspectId,
      finding: '收入证明系伪造',
    });
  };
  const latest = async () => (await office.platform.database.collection('violations').find().sort({ _id: -1 }).limit(1).toArray())[0];

  test.each(['MISLEADING', 'FALSE_PUBLICITY', 'ILLEGAL_CHARGE'] as const)('[7.9] so does %s', async (kind) => {
    const { data, ...envelope } = falsified(null);
    await office.inbox.receive({ ...envelope, data: { ...data, kind, evidence: [] } });
    expect(await latest()).toMatchObject({ kind, state: 'reported', description: '收入证明系伪造' });
  });

  test('and hr hears of it only when it is confirmed against a person', async () => {
    await seedPeople(office.platform, [suspect]);
    await office.inbox.receive(falsified(null));
    const violation = await latest();
    expect(violation).toMatchObject({
      kind: 'FALSIFICATION',
      state: 'reported',
      severity: 'SERIOUS',
      aboutId: null,
      reportedBy: reporter.employeeId,
    });
    const violationId = String(violation?._id);
    await office.acts.investigateViolation.execute(officer, { violationId });
    const before = (await sentMessages(office.platform)).length;
    await expect(office.acts.confirmViolation.execute(judge, { violationId, findings: '属实' })).rejects.toMatchObject({
      code: 'VIOLATION_PERSON_UNKNOWN',
    });
    await expect(
      office.acts.confirmViolation.execute(judge, { violationId, findings: '属实', aboutEmployeeId: newId('emp') }),
    ).rejects.toMatchObject({
      code: 'VIOLATION_PERSON_NOT_EMPLOYED',
    });
    expect(await sentMessages(office.platform)).toHaveLength(before);
    await office.acts.confirmViolation.execute(judge, {
      violationId,
      findings: '属实',
      aboutEmployeeId: suspect.employeeId,
      severity: 'SEVERE',
    });
    expect((await sentMessages(office.platform)).slice(before)).toMatchObject([
      {
        type: 'compliance.violation-confirmed.v1',
        data: { violationId, employeeId: suspect.employeeId, kind: 'FALSIFICATION', severity: 'SEVERE' },
      },
      {
        type: 'handoff.appraise-violation.v1',
        subject: violationId,
        data: { employeeId: suspect.employeeId, severity: 'SEVERE', confirmedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      },
    ]);
  });

  test('a suspect whom hr has not told of yet is no reason to lose the report', async () => {
    const unknown = newId('emp');
    await office.inbox.receive(falsified(unknown));
    expect(await latest()).toMatchObject({ aboutId: unknown, state: 'reported' });
  });
});

describe('[5.4] hr takes a confirmed violation into the appraisal', () => {
  const [officer, judge] = [person('compliance', 'compliance-officer'), person('compliance', 'compliance-officer')];
  const [reporter, accused] = [person('sales', 'sales-manager'), person('sales', 'salesperson')];

  async function confirmedViolation(): Promise<string> {
    await seedPeople(office.platform, [accused]);
    const report = { kind: 'LEAK' as const, severity: 'SEVERE' as const, aboutEmployeeId: accused.employeeId, description: '泄露客户信息' };
    const violationId = await office.acts.reportViolation.execute(reporter, report);
    await office.acts.investigateViolation.execute(officer, { violationId });
    await office.acts.confirmViolation.execute(judge, { violationId, findings: '属实' });
    return violationId;
  }
  const stored = async (id: string) => office.platform.database.collection('violations').findOne({ _id: id } as never);

  test.each([
    [
      'it counts on a sheet',
      'completed',
      { result: { appraisalId: 'apr_1', quarter: '2026-Q4' } },
      { appraisalId: 'apr_1', quarter: '2026-Q4' },
    ],
    ['it came back', 'returned', { code: 'NOT_FOUND', reasons: ['nobody'] }, { appraisalId: null, reasons: ['NOT_FOUND', 'nobody'] }],
  ])('and compliance sees that %s', async (_title, what, facts, appraisal) => {
    const violationId = await confirmedViolation();
    const data = { handoffId: newId('hof'), handoff: 'appraise-violation', at: '2026-11-24T02:00:00.000Z', ...facts };
    await office.inbox.receive(office.source.event(`hr.handoff-${what}.v1` as 'hr.handoff-returned.v1', violationId, data as never));
    expect(await stored(violationId)).toMatchObject({ state: 'confirmed', appraisal });
  });

  test('word of other work is none about a violation', async () => {
    const violationId = await confirmedViolation();
    const data = { handoffId: newId('hof'), handoff: 'plan-training', at: '2026-11-24T02:00:00.000Z', result: {} };
    await office.inbox.receive(office.source.event('hr.handoff-completed.v1', violationId, data));
    expect(await stored(violationId)).toMatchObject({ appraisal: null });
  });
});
