import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { newId } from '@weilend/kernel';
import { inboxOf, MessageSource, person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { riskConsumers } from '../src/consumers/all.js';
import { riskService } from '../src/risk.module.js';
import { REPORT } from './builders/acts.cases.js';
import { analysis, call as phoneCall, GOOD_FACTS, GOOD_ID, handover, visit } from './builders/inputs.builder.js';
import { Files } from '@weilend/files';
import { RequestSitePhoto } from '../src/use-cases/checks/request-site-photo.use-case.js';
import { RecordSiteVisit } from '../src/use-cases/checks/record-site-visit.use-case.js';
import { InquireBureau } from '../src/use-cases/bureau/inquire-bureau.use-case.js';
import { AskBureau } from '../src/use-cases/bureau/ask-bureau.use-case.js';
import { photoOf } from './builders/photo.builder.js';

let risk: SubgraphUnderTest;
const first = person('risk', 'investigator');
const second = person('risk', 'investigator');
const manager = person('risk', 'risk-manager');
const seller = person('sales', 'salesperson');
const source = new MessageSource();

beforeAll(async () => {
  risk = await testSubgraph(riskService);
  await seedPeople(risk.platform, [first, second, manager, seller]);
});
afterAll(() => risk.stop());

function rootField<T>(answer: { data: unknown; errors?: unknown }, name: string): T {
  const value = (answer.data as Record<string, unknown> | null)?.[name];
  if (value === undefined) throw new Error(JSON.stringify(answer.errors));
  return value as T;
}

type Answer = Record<string, unknown> & { userErrors: { code: string; field: string[] | null; message: string }[] };

async function act(name: string, input: object, selection: string, as: EmployeeActor): Promise<Answer> {
  const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${typeName}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`;
  return rootField(await risk.graph(text, { input }, as), name);
}

async function handedOver() {
  const data = handover(risk, { salespersonId: seller.employeeId });
  const inbox = inboxOf(
    risk.platform,
    riskConsumers.map((consumer) => risk.app.get(consumer)),
  );
  await inbox.receive(source.handoff('investigate-application', 'sales', { subject: data.applicationId, data }));
  const rows = await risk.platform.database.collection('investigations').find({ applicationId: data.applicationId }).toArray();
  return { ...data, investigationId: String(rows[0]?.['_id']) };
}

const LISTS = [
  'myInvestigations',
  'unassignedInvestigations',
  'investigationsToReassign',
  'overdueChecks',
  'investigationsWaitingForSales',
  'waiversToDecide',
];

describe('[4.10, 4.11] an investigation through the graph', () => {
  test('from the proposal of a pair to the paper of its report', async () => {
    const { investigationId, customerId, applicationId } = await handedOver();
    const proposal = await risk.graph(
      'query ($id: ID!) { pairProposal(investigationId: $id) { investigators { id } ranked { employee { id } load excluded } } }',
      { id: investigationId },
      manager,
    );
    expect(rootField<{ investigators: unknown[] }>(proposal, 'pairProposal').investigators).toHaveLength(2);
    const assigned = await act(
      'assignProposedPair',
      { investigationId },
      'investigation { checkDueAt assignments { proposed investigators { id } assignedBy { id } } plans { planNo plannedBy { id } checks { method dueAt place } } }',
      manager,
    );
    expect(assigned).toMatchObject({ userErrors: [], investigation: { assignments: [{ proposed: true }], plans: [{ planNo: 1 }] } });
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const checks = ['SITE_VISIT', 'PHONE_VERIFICATION', 'BUREAU_INQUIRY', 'DATA_ANALYSIS'].map((method) => ({
      method,
      dueAt: soon,
      place: 'the shop in Chaoyang',
    }));
    const planned = await act(
      'planInvestigation',
      { investigationId, checks },
      'investigation { plans { planNo checks { place } } }',
      first,
    );
    expect(planned.userErrors).toEqual([]);
    const asked = await act(
      'requestInformation',
      { investigationId, question: 'Where is the lease?', pauseReason: 'nothing goes on without it' },
      'investigation { informationRequests { pauseReason late } }',
      first,
    );
    expect(asked).toMatchObject({ investigation: { informationRequests: [{ pauseReason: 'nothing goes on without it' }] } });
    const files = risk.app.get(Files);
    await risk.app
      .get(RecordSiteVisit)
      .execute(
        first,
        visit(investigationId, [await photoOf({ requestPhoto: risk.app.get(RequestSitePhoto), files }, investigationId, first)]),
      );
    await risk.app.get(InquireBureau).execute(first, { investigationId, residentId: GOOD_ID });
    await risk.app.get(AskBureau).askNext();
    const called = { ...phoneCall(investigationId), calledAt: new Date(Date.now() - 1_000).toISOString() };
    expect((await act('recordPhoneVerification', called, 'investigation { phoneVerifications { checkId } }', second)).userErrors).toEqual(
      [],
    );
    const found = await act(
      'recordDataAnalysis',
      {
        ...analysis(investigationId, GOOD_FACTS),
        figures: { declaredIncome: '100000.00', verifiedIncome: '100000.00', livingCost: '1000.00', debtService: '0.00' },
        comparison: {
          amounts: [{ subject: 'TOTAL_DEBT', declared: '0.00', bureau: '50000.00' }],
          statements: [{ subject: 'TELEPHONE', agreesWithBureau: false }],
        },
        relatedParties: [{ customerId: newId('cus'), relatedAs: 'GUARANTOR' }],
      },
      `investigation { contradictions { code severity } unansweredContradictions leastRating phoneVerifications { checkId } stress { ability breakEvenIncome cases { incomeFall debtServiceBps } }
         dataAnalyses { relatedParties { relatedAs customer { id } } comparison { amounts { subject declared documented bureau } statements { agreesWithDocuments } } } }`,
      second,
    );
    expect(found).toMatchObject({
      userErrors: [],
      investigation: { unansweredContradictions: ['DEBT_BELOW_BUREAU'], leastRating: 'LOW', stress: { ability: 'COMFORTABLE' } },
    });
    const report = { investigationId, ...REPORT };
    expect((await act('finaliseRiskReport', report, 'riskReport { id }', first)).userErrors).toMatchObject([
      { code: 'CONTRADICTION_UNANSWERED' },
    ]);
    const [{ checkId }] = (found['investigation'] as { phoneVerifications: [{ checkId: string }] }).phoneVerifications;
    const explanation = 'the lender confirmed that it was repaid';
    const explained = await act(
      'answerContradiction',
      { investigationId, code: 'DEBT_BELOW_BUREAU', explanation, evidenceIds: [checkId] },
      'investigation { contradictionAnswers { explanation answeredBy { id } } }',
      first,
    );
    expect(explained).toMatchObject({ userErrors: [], investigation: { contradictionAnswers: [{ explanation }] } });
    const final = await act(
      'finaliseRiskReport',
      report,
      `riskReport { intact superseded html pdf { fileId url } judgement { leastRating termsReason rework { asked } contradictionAnswers { explanation }
         stress { basis ability } concentration { singleLimitBps groupLimitBps groupOutstanding parties { relatedAs outstanding customer { id } } } } }`,
      first,
    );
    expect(final).toMatchObject({ userErrors: [], riskReport: { intact: true, superseded: false, judgement: { leastRating: 'LOW' } } });
    const { html, pdf } = final['riskReport'] as { html: string; pdf: { url: string } };
    expect(html).toContain('还款能力压力测试');
    expect(html).toContain(explanation);
    expect(pdf.url).toMatch(/^http/);
    const page =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { investigations { round reportVersions { reportVersion } pointsToRework } riskReports { html } } } }';
    const reps = { r: [{ __typename: 'LoanApplication', id: applicationId }] };
    const seen = await risk.graph(page, reps, manager);
    expect(seen.errors).toBeUndefined();
    expect(seen.data?.['_entities']).toMatchObject([{ investigations: [{ round: 1, reportVersions: [{ reportVersion: 1 }] }] }]);
    // Who sold the loan sees that there is a report, never what it says.
    const sold = await risk.graph(page, reps, seller);
    expect(sold.data?.['_entities']).toMatchObject([{ riskReports: [{ html: null }] }]);
    expect(customerId).toMatch(/^cus_/);
  }, 60_000);

  test('a waiver is asked for by one and decided by another', async () => {
    const { investigationId } = await handedOver();
    await act('assignProposedPair', { investigationId }, 'investigation { id }', manager);
    const wish = { investigationId, method: 'PHONE_VERIFICATION', reason: 'the employer has closed down' };
    await act('waiveCheck', wish, 'investigation { id }', first);
    const decided = { investigationId, method: 'PHONE_VERIFICATION', approve: false };
    expect((await act('decideWaiver', decided, 'investigation { id }', manager)).userErrors).toMatchObject([{ code: 'TEXT_MISSING' }]);
    const seen = 'investigation { checks { method state waiverReason } waivers { state note waivedBy { id } decidedBy { id } } }';
    const refused = await act('decideWaiver', { ...decided, note: 'call the landlord' }, seen, manager);
    expect(refused['investigation']).toMatchObject({
      waivers: [{ state: 'REFUSED', note: 'call the landlord', decidedBy: { id: manager.employeeId } }],
    });
  });

  test('a conflict is declared by anybody for himself and ended by the risk manager', async () => {
    const customerId = newId('cus');
    const declared = await act(
      'declareConflict',
      { customerId, relation: 'SPOUSE', reason: 'we are married' },
      'declaredConflict { id employee { id } customer { id } declaredBy { id } }',
      seller,
    );
    expect(declared).toMatchObject({ userErrors: [], declaredConflict: { employee: { id: seller.employeeId } } });
    const { id } = declared['declaredConflict'] as { id: string };
    const ended = await act(
      'endConflict',
      { conflictId: id, reason: 'they are divorced' },
      'declaredConflict { endedAt endedBy { id } }',
      manager,
    );
    expect(ended).toMatchObject({ declaredConflict: { endedBy: { id: manager.employeeId } } });
    const listed = await risk.graph('query ($c: ID) { declaredConflicts(customerId: $c) { nodes { reason } } }', { c: customerId }, first);
    expect(rootField<{ nodes: unknown[] }>(listed, 'declaredConflicts').nodes).toEqual([]);
  });

  test.each(LISTS)('%s is a list of pages', async (list) => {
    const as = list === 'myInvestigations' ? first : manager;
    const answer = await risk.graph(`{ ${list}(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`, {}, as);
    expect(answer.errors).toBeUndefined();
    expect(rootField<{ nodes: unknown[] }>(answer, list).nodes.length).toBeLessThanOrEqual(1);
  });

  test('the morning of the manager and of an investigator is one request each', async () => {
    const desk = await risk.graph(
      '{ riskDesk { stages { state ageDays investigations } people { employee { id } open load overdue } overdue waitingForSales repliesLate unassigned waiversToDecide } }',
      {},
      manager,
    );
    expect(rootField<{ people: unknown[] }>(desk, 'riskDesk').people).toHaveLength(2);
    const day = await risk.graph(
      '{ myInvestigationDay { date overdue { id } dueToday { id } waitingForSales { id } sentBack { id } toReport { id } } }',
      {},
      first,
    );
    expect(day.errors).toBeUndefined();
    const shut = await risk.graph('{ riskDesk { overdue } }', {}, first);
    expect(shut.errors).toBeDefined();
  });
});
