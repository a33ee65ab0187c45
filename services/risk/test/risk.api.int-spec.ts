import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { newId } from '@weilend/kernel';
import { eventually, inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { riskConsumers } from '../src/consumers/all.js';
import { riskService } from '../src/risk.module.js';
import { guardedActs, REPORT } from './builders/acts.cases.js';
import { GOOD_FACTS, GOOD_ID, handover } from './builders/inputs.builder.js';

let risk: SubgraphUnderTest;
const first = person('risk', 'investigator');
const second = person('risk', 'investigator');
const manager = person('risk', 'risk-manager');
const seller = person('sales', 'salesperson');
const source = new MessageSource();

beforeAll(async () => {
  risk = await testSubgraph(riskService, { role: 'all' });
  await seedPeople(risk.platform, [first, second, manager, seller]);
});
afterAll(() => risk.stop());

/** One root field of an answer; the test says what it looks like. */
function rootField<T>(answer: { data: unknown; errors?: unknown }, name: string): T {
  const value = (answer.data as Record<string, unknown> | null)?.[name];
  if (value === undefined) throw new Error(JSON.stringify(answer.errors));
  return value as T;
}

type Answer = Record<string, unknown> & { userErrors: { code: string; rule: string; field: string[] | null; message: string }[] };

async function call(name: string, input: object, selection: string, as?: EmployeeActor): Promise<Answer> {
  const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await risk.graph(
    `mutation ($input: ${typeName}!) { ${name}(input: $input) { ${selection} userErrors { code rule field message } } }`,
    { input },
    as,
  );
  return rootField(answer, name);
}

/** Hands an application over, as sales would; answers the ids. */
async function handedOver(change: Parameters<typeof handover>[1] = {}) {
  const data = handover(risk, { salespersonId: seller.employeeId, ...change });
  const inbox = inboxOf(
    risk.platform,
    riskConsumers.map((consumer) => risk.app.get(consumer)),
  );
  await inbox.receive(source.handoff('investigate-application', 'sales', { subject: data.applicationId, data }));
  const page = await risk.graph('{ investigations(state: OPENED, first: 1) { nodes { id application { id } } } }', {}, manager);
  const [node] = rootField<{ nodes: { id: string }[] }>(page, 'investigations').nodes;
  return { applicationId: data.applicationId, investigationId: node?.id ?? '' };
}

async function assignedPair() {
  const ids = await handedOver();
  const input = { investigationId: ids.investigationId, investigatorIds: [first.employeeId, second.employeeId] };
  await call('assignInvestigators', input, 'investigation { state }', manager);
  return ids;
}

async function uploadedPhoto(investigationId: string): Promise<string> {
  const bytes = Buffer.from(newId('img'));
  const declared = {
    fileName: 'shop.jpg',
    contentType: 'image/jpeg',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const { upload } = (await call('requestSitePhoto', { investigationId, ...declared }, 'upload { fileId url }', first)) as unknown as {
    upload: { fileId: string; url: string };
  };
  const url = new URL(upload.url);
  const put = await fetch(`${risk.url}${url.pathname}${url.search}`, {
    method: 'PUT',
    body: bytes,
    headers: { 'content-type': 'image/jpeg' },
  });
  expect(put.status).toBe(201);
  return upload.fileId;
}

describe('[4.8] from handoff to report through the graph', () => {
  let ids: { applicationId: string; investigationId: string };

  test('two investigators do the four checks', async () => {
    ids = await assignedPair();
    const { investigationId } = ids;
    const photoFileIds = [await uploadedPhoto(investigationId)];
    const visitedAt = new Date(Date.now() - 1_000).toISOString();
    const site = {
      investigationId,
      place: 'the shop in Chaoyang',
      visitedAt,
      peopleMet: [{ name: '王先生', relation: 'borrower' }],
      photoFileIds,
      findings: 'A running shop with stock.',
    };
    expect((await call('recordSiteVisit', site, 'investigation { state }', first)).userErrors).toEqual([]);
    const phone = {
      investigationId,
      spokenTo: 'Ms Li, accountant',
      numberKind: 'EMPLOYER_LANDLINE',
      calledAt: visitedAt,
      answers: [{ question: 'Works there?', answer: 'Yes' }],
    };
    expect((await call('recordPhoneVerification', phone, 'investigation { state }', second)).userErrors).toEqual([]);
    const asked = await call(
      'inquireBureau',
      { investigationId, residentId: GOOD_ID, purpose: 'Loan application' },
      'bureauInquiry { id state maskedIdentity requestedBy { id } }',
      first,
    );
    expect(asked).toMatchObject({
      userErrors: [],
      bureauInquiry: { maskedIdentity: '110105********002X', requestedBy: { id: first.employeeId } },
    });
    await eventually('the bureau answers', async () => (await investigation('bureau { state }')).bureau?.state === 'ANSWERED');
    const analysis = {
      investigationId,
      facts: GOOD_FACTS,
      figures: { verifiedIncome: '9000.00', livingCost: '3000.00', debtService: '0.00' },
      sources: 'wage slips',
    };
    expect((await call('recordDataAnalysis', analysis, 'investigation { state }', second)).userErrors).toEqual([]);
    expect(
      await investigation(
        'checks { method state } score { recommendation rating inputs { amount bureauScore } } dataAnalyses { ratios { newInstalment debtServiceBps freeCashFlow } }',
      ),
    ).toMatchObject({
      checks: [{ state: 'RECORDED' }, { state: 'RECORDED' }, { state: 'RECORDED' }, { state: 'RECORDED' }],
      score: { recommendation: 'APPROVE', rating: 'LOW', inputs: { amount: '3000.00', bureauScore: 849 } },
      dataAnalyses: [{ ratios: { newInstalment: '266.55', debtServiceBps: 296, freeCashFlow: '5733.45' } }],
    });
  });

  test('the stored score is computed again to the same figure', async () => {
    const answer = await risk.graph(
      'query ($id: ID!) { recomputeScore(investigationId: $id) { equal stored { score cardVersion } recomputed { score } } }',
      { id: ids.investigationId },
      first,
    );
    const { equal, stored, recomputed } = rootField<{ equal: boolean; stored: { score: number }; recomputed: { score: number } }>(
      answer,
      'recomputeScore',
    );
    expect(equal).toBe(true);
    expect(recomputed.score).toBe(stored.score);
  });

  test('[4.11] the report is final and stands on the application page', async () => {
    const { riskReport, userErrors } = await call(
      'finaliseRiskReport',
      { investigationId: ids.investigationId, ...REPORT },
      'riskReport { id hash reportVersion recommended { amount } }',
      second,
    );
    expect(userErrors).toEqual([]);
    expect(riskReport).toMatchObject({ reportVersion: 1, recommended: { amount: '3000.00' } });
    const page =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { investigation { state report { hash } } riskReport { rating sections { creditStanding } } riskAlerts { id } } } }';
    const seen = await risk.graph(
      page,
      { r: [{ __typename: 'LoanApplication', id: ids.applicationId }] },
      person('approval', 'committee-member'),
    );
    expect(seen.errors).toBeUndefined();
    expect(seen.data?.['_entities']).toMatchObject([
      {
        investigation: { state: 'FINALISED' },
        riskReport: { rating: 'LOW', sections: { creditStanding: 'No overdue debt at present.' } },
        riskAlerts: [],
      },
    ]);
  });

  test('[4.11] an auditor has the report, its card and its score checked once more; who sells does not', async () => {
    const query = '{ investigation(id: "ID") { report { verification { check holds detail } } } }'.replace('ID', ids.investigationId);
    const seen = await risk.graph(query, {}, person('compliance', 'auditor'));
    const { report } = rootField<{ report: { verification: { check: string; holds: boolean }[] } }>(seen, 'investigation');
    expect(report.verification.map(({ check, holds }) => [check, holds])).toEqual([
      ['REPORT_HASH', true],
      ['SCORECARD_HASH', true],
      ['SCORE_REPLAY', true],
      ['RATING_NOT_MILDER', true],
    ]);
    expect((await risk.graph(query, {}, seller)).errors?.map((error) => error.extensions['code'])).toEqual(['FORBIDDEN']);
  });

  test('[3.7] the salesperson sees where it stands, not what was found; a stranger sees nothing', async () => {
    const page = 'query ($id: ID!) { investigation(id: $id) { state siteVisits { place } report { rating } } }';
    const own = await risk.graph(page, { id: ids.investigationId }, seller);
    expect(own.data).toEqual({ investigation: { state: 'FINALISED', siteVisits: null, report: { rating: 'LOW' } } });
    expect(own.errors?.map((error) => error.extensions['code'])).toEqual(['FORBIDDEN']);
    expect(
      (
        await risk.graph(
          'query ($id: ID!) { investigation(id: $id) { state } }',
          { id: ids.investigationId },
          person('sales', 'salesperson'),
        )
      ).data,
    ).toEqual({ investigation: null });
  });

  test('[3.7] the whole bureau report only with a reason, and every look is written down', async () => {
    const [inquiry] = (await investigation('bureauInquiries { id }')).bureauInquiries ?? [];
    const input = { inquiryId: inquiry?.id, reason: 'second look before the committee' };
    expect(await call('revealBureauReport', input, 'bureauReport { score openCredits }', first)).toMatchObject({
      bureauReport: { score: 849, openCredits: 2 },
    });
    expect(await call('revealBureauReport', { ...input, reason: ' ' }, 'bureauReport { score }', first)).toMatchObject({
      userErrors: [{ code: 'TEXT_MISSING' }],
    });
    expect(await call('revealBureauReport', input, 'bureauReport { score }', person('risk', 'investigator'))).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const log = await risk.graph(
      '{ riskAccessLog(first: 10) { nodes { kind actor reason } } }',
      {},
      person('compliance', 'compliance-officer'),
    );
    const kinds = rootField<{ nodes: { kind: string }[] }>(log, 'riskAccessLog').nodes.map((row) => row.kind);
    expect(kinds).toEqual(['BUREAU_REPORT_VIEW', 'BUREAU_ANSWER', 'BUREAU_INQUIRY']);
  });

  async function investigation(selection: string) {
    const answer = await risk.graph(`query ($id: ID!) { investigation(id: $id) { ${selection} } }`, { id: ids.investigationId }, first);
    return rootField<{ bureau?: { state: string }; bureauInquiries?: { id: string }[] }>(answer, 'investigation');
  }
});

describe('[2.2] who may do what', () => {
  const refused = async (name: string, input: object, as?: EmployeeActor) => {
    const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const answer = await risk.graph(`mutation ($input: ${typeName}!) { ${name}(input: $input) { userErrors { code } } }`, { input }, as);
    return answer.errors?.[0]?.extensions['code'];
  };

  test.each(guardedActs)('%s: neither nobody nor a salesperson nor a committee member', async (name, input) => {
    expect(await refused(name, input)).toBe('UNAUTHENTICATED');
    expect(await refused(name, input, seller)).toBe('FORBIDDEN');
    expect(await refused(name, input, person('approval', 'committee-member'))).toBe('FORBIDDEN');
  });

  test('[4.11] the salesperson never investigates, whatever roles he has', async () => {
    const both = person('risk', 'investigator');
    await seedPeople(risk.platform, [both]);
    const { investigationId } = await handedOver({ salespersonId: both.employeeId });
    const answer = await call(
      'assignInvestigators',
      { investigationId, investigatorIds: [both.employeeId, first.employeeId] },
      'investigation { id }',
      manager,
    );
    expect(answer).toMatchObject({ investigation: null, userErrors: [{ code: 'SEGREGATION_OF_DUTIES', rule: '7.3' }] });
  });
});

describe('[7.1] alerts', () => {
  test('anybody reports; a superior acknowledges; HIGH without a tracker is listed; a measure has owner and date', async () => {
    const input = { category: 'MARKET', level: 'HIGH', aboutId: newId('cus'), text: 'The wholesale market closes at year end' };
    const { riskAlert } = (await call('reportRisk', input, 'riskAlert { id state raisedBy }', seller)) as unknown as {
      riskAlert: { id: string };
    };
    expect(riskAlert).toMatchObject({ state: 'RAISED', raisedBy: `employee:${seller.employeeId}` });
    const exceptions = async () => {
      const answer = await risk.graph('{ riskAlerts(highWithoutTracker: true) { nodes { id } } }', {}, manager);
      return rootField<{ nodes: { id: string }[] }>(answer, 'riskAlerts').nodes.map((node) => node.id);
    };
    expect(await exceptions()).toContain(riskAlert.id);
    const alertId = riskAlert.id;
    const measure = { alertId, kind: 'MORE_SECURITY', ownerId: seller.employeeId, dueOn: '2999-01-01', reason: 'a guarantor is asked for' };
    expect(await call('recordMeasure', measure, 'riskAlert { id }', manager)).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_TRANSITION', rule: '7.12' }],
    });
    expect((await call('acknowledgeAlert', { alertId }, 'riskAlert { state }', person('sales', 'sales-manager'))).userErrors).toEqual([]);
    expect(
      (await call('assignAlertTracker', { alertId, trackerId: first.employeeId }, 'riskAlert { tracker { id } }', manager)).userErrors,
    ).toEqual([]);
    expect(await exceptions()).not.toContain(alertId);
    expect(await call('recordMeasure', measure, 'riskAlert { state measures { owner { id } dueOn } }', manager)).toMatchObject({
      riskAlert: { state: 'MEASURED', measures: [{ owner: { id: seller.employeeId }, dueOn: '2999-01-01' }] },
    });
  });

  test.each([
    ['an id of nothing', { aboutId: 'x' }, 'ALERT_SUBJECT_INVALID'],
    ['an empty text', { text: ' ' }, 'TEXT_MISSING'],
    ['a telephone number in it', { text: 'call 13800001111 about it' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses %s', async (_name, change, code) => {
    const input = { category: 'CREDIT', level: 'LOW', aboutId: newId('cus'), text: 'sales are falling', ...change };
    expect(await call('reportRisk', input, 'riskAlert { id }', seller)).toMatchObject({ riskAlert: null, userErrors: [{ code }] });
  });
});
