import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, sentTypes } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { termsHashOf } from '../src/domain/contract/contract-terms.js';
import { recordingBytes } from './builders/recording.builder.js';
import { HASH, manager, other, PRODUCT, SalesGraph, seller, TERMS } from './builders/sales-graph.builder.js';
import { residentId } from './builders/story.builder.js';

let graph: SalesGraph;
let sales: SubgraphUnderTest;
beforeAll(async () => {
  graph = await SalesGraph.start();
  ({ sales } = graph);
});
afterAll(() => graph.stop());

const act: SalesGraph['act'] = (...parts) => graph.act(...parts);
const done: SalesGraph['done'] = (...parts) => graph.done(...parts);
const ask = <T>(query: string, variables: object, as = seller): Promise<T> => graph.ask<T>(query, variables, as);

describe('the main line through the graph', () => {
  let customerId: string;
  let applicationId: string;
  let contractId: string;
  let decisionId: string;
  const number = residentId();

  test('[3.1-3.8, 4.1-4.3] lead, enquiry, customer, proposal', async () => {
    const { id: leadId } = await done(
      'createLead',
      { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '王先生', phone: '13900139000' },
      'lead',
    );
    const { id: enquiryId } = await done('openEnquiry', { leadId }, 'enquiry');
    const early = await act('createProposal', { enquiryId, productId: PRODUCT }, 'proposal');
    expect(early.userErrors).toMatchObject([{ code: 'ENQUIRY_NEEDS_MISSING', rule: '4.2' }]);
    const needs = { productIds: [PRODUCT], purpose: 'EQUIPMENT', amount: '12000.00', termMonths: 12, method: 'EQUAL_INSTALMENT' };
    await done('respondToEnquiry', { enquiryId, ...needs }, 'enquiry');
    const identity = { type: 'INDIVIDUAL', name: '王小明', residentId: number, phone: '13900139000', address: '北京市朝阳区某路 1 号' };
    const customer = await done(
      'registerCustomer',
      { identity, leadId },
      'customer',
      'id residentId phone address completeness { percent }',
    );
    customerId = customer['id'] as string;
    expect(customer).toMatchObject({
      residentId: `${number.slice(0, 6)}********${number.slice(14)}`,
      phone: '139****9000',
      completeness: { percent: 0 },
    });
    const proposal = await done('createProposal', { enquiryId, productId: PRODUCT }, 'proposal', 'id state methods');
    expect(proposal).toMatchObject({ state: 'PRICING', methods: ['EQUAL_INSTALMENT'] });
    const unpriced = await act('createApplication', { customerId, proposalId: proposal['id'] }, 'application');
    expect(unpriced.userErrors).toMatchObject([{ code: 'PROPOSAL_NOT_QUOTED', rule: '4.3' }]);
    await graph.quote(proposal['id'] as string);
    const offers = 'query ($id: ID!) { proposalComparison(enquiryId: $id) { productName totalCost firstInstalment isCheapest } }';
    expect(await ask(offers, { id: enquiryId })).toEqual({
      proposalComparison: [{ productName: '经营贷', totalCost: '794.22', firstInstalment: '1066.19', isCheapest: true }],
    });
    const disclosure = await ask<{ mandatoryDisclosure: { hash: string } }>('query { mandatoryDisclosure { hash } }', {});
    const confirmed = await done(
      'confirmProposalDisclosure',
      { proposalId: proposal['id'], textHash: disclosure.mandatoryDisclosure.hash, confirmedByCustomer: true, how: 'IN_PERSON' },
      'proposal',
      'html pdf { url } disclosure { textHash recordedBy { id } }',
    );
    expect(confirmed['html']).toContain('放款前不收费');
    const paper = new URL((confirmed['pdf'] as unknown as { url: string }).url);
    const printed = await fetch(`${sales.url}${paper.pathname}${paper.search}`);
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const application = await done(
      'createApplication',
      { customerId, proposalId: proposal['id'] },
      'application',
      'id stage ask { amount purpose product { id } }',
    );
    applicationId = application['id'] as string;
    expect(application).toMatchObject({ stage: 'DRAFT', ask: { amount: '12000.00', purpose: 'EQUIPMENT', product: { id: PRODUCT } } });
    expect(await ask('query ($id: ID!) { lead(id: $id) { state phone customer { id } } }', { id: leadId })).toEqual({
      lead: { state: 'CONVERTED', phone: '139****9000', customer: { id: customerId } },
    });
  });

  test('[G1, 4.4-4.8] papers, consents, first check, handed to risk', async () => {
    const bare = await act('submitApplication', { applicationId }, 'application');
    expect(bare.userErrors.map((error) => `${error.code} ${error.rule}`)).toEqual([
      ...['DOCUMENT_MISSING 4.5', 'DOCUMENT_MISSING 4.5', 'DOCUMENT_MISSING 4.5', 'CONSENT_MISSING G1', 'CONSENT_MISSING G1'],
    ]);
    for (const kind of ['PERSONAL_DATA', 'CREDIT_INQUIRY']) {
      const fileId = await graph.upload(customerId, 'CONSENT', 'application/pdf');
      await done('recordConsent', { customerId, kind, purpose: '贷款申请审查', textVersion: '1', fileId }, 'customer');
    }
    for (const type of ['IDENTITY', 'INCOME', 'ASSETS']) {
      const fileId = await graph.upload(applicationId, 'DOCUMENT', 'image/jpeg');
      const { documents } = await done('attachDocument', { applicationId, type, fileId }, 'application', 'documents { id type }');
      const documentId = (documents as { id: string }[]).at(-1)?.id;
      await done('judgeDocument', { applicationId, documentId, isComplete: true, isTrue: true, isValid: true }, 'application');
    }
    await done('submitApplication', { applicationId }, 'application');
    await done('startCheck', { applicationId }, 'application');
    const passed = await done('passFirstCheck', { applicationId }, 'application', 'stage checklist { status }');
    expect(passed).toMatchObject({
      stage: 'INVESTIGATING',
      checklist: [{ status: 'POSITIVE' }, { status: 'POSITIVE' }, { status: 'POSITIVE' }],
    });
  });

  test('[G5, G6, 4.15-4.18] contract and signing', async () => {
    const early = await act('draftContract', { applicationId }, 'contract');
    expect(early.userErrors).toMatchObject([{ code: 'APPROVAL_MISSING', rule: 'G5' }]);
    decisionId = newId('dec');
    const decision = {
      applicationId,
      caseId: newId('cas'),
      decisionId,
      result: 'APPROVED' as const,
      terms: TERMS,
      validUntil: '2099-12-31',
      conditionIds: [],
    };
    const cited = {
      reportId: newId('rep'),
      reportVersion: 1,
      reportHash: HASH,
      policyVersion: 1,
      participants: [],
      decidedOn: '2026-11-23',
    };
    await graph.inbox.receive(graph.source.event('approval.decision-made.v1', applicationId, { ...decision, ...cited }));
    const contract = await done(
      'draftContract',
      { applicationId },
      'contract',
      'id state amountInCapitals html pdf { url } clauses { key }',
    );
    contractId = contract['id'] as string;
    expect(contract).toMatchObject({ state: 'DRAFT', amountInCapitals: '人民币壹万贰仟元整' });
    expect(contract['html']).toContain('王小明');
    const pdf = new URL((contract['pdf'] as unknown as { url: string }).url);
    const read = await fetch(`${sales.url}${pdf.pathname}${pdf.search}`);
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bare = await act('signContract', { requestKey: 'k1', contractId, payeeAccountId: newId('acc') }, 'contract');
    expect(bare.userErrors.map((error) => error.code)).toEqual([
      'COST_SHEET_MISSING',
      'EXPLANATION_MISSING',
      'RECORDING_MISSING',
      'RECORDING_MISSING',
    ]);
    const sheet = {
      costSheetId: newId('cst'),
      contractId,
      applicationId,
      hash: HASH,
      termsHash: termsHashOf(TERMS),
      annualCostCompound: '0.1268',
    };
    await graph.inbox.receive(graph.source.event('finance.cost-sheet-issued.v1', applicationId, sheet));
    await done('acknowledgeCostSheet', { contractId, costSheetHash: HASH }, 'contract');
    // As if the draft had been there for ten minutes: nobody reads it longer than that.
    const drafts = sales.platform.database.collection<{ _id: string }>('contracts');
    await drafts.updateOne({ _id: contractId }, { $set: { 'history.0.at': new Date(Date.now() - 600_000) } });
    await done('recordExplanation', { contractId, textVersion: '1', readingSeconds: 90, confirmedByCustomer: true }, 'contract');
    for (const kind of ['AUDIO', 'VIDEO'] as const) {
      const fileId = await graph.upload(applicationId, 'RECORDING', `${kind.toLowerCase()}/mp4`, recordingBytes(kind, 120, contractId));
      await done('attachRecording', { contractId, kind, fileId, durationSeconds: 60 }, 'contract');
    }
    const waiting = `query ($awaiting: ContractMissingPart) { contracts(awaiting: $awaiting, first: 5) { nodes { id signDueOn salesperson { id }
      missingForSigning recordings { durationSeconds sizeBytes sha256 at contentType retainUntil deletion { reason } } } } }`;
    const ready = await ask<{ contracts: { nodes: Record<string, unknown>[] } }>(waiting, { awaiting: 'SIGNATURE' });
    const evidence = { durationSeconds: 120, deletion: null, retainUntil: expect.stringMatching(/^20/) as unknown };
    expect(ready.contracts.nodes).toMatchObject([
      { id: contractId, missingForSigning: ['SIGNATURE'], salesperson: { id: seller.employeeId }, recordings: [evidence, evidence] },
    ]);
    expect(await ask(waiting, { awaiting: 'SIGNATURE' }, other)).toEqual({ contracts: { nodes: [] } });
    expect(await ask(waiting, { awaiting: 'VIDEO' })).toEqual({ contracts: { nodes: [] } });
    const signed = await done(
      'signContract',
      { requestKey: 'k2', contractId, payeeAccountId: newId('acc') },
      'contract',
      'state signer { id } application { stage }',
    );
    expect(signed).toMatchObject({ state: 'SIGNED', signer: { id: seller.employeeId }, application: { stage: 'SIGNED' } });
    expect(await sentTypes(sales.platform)).toContain('handoff.disburse-loan.v1');
  });

  test('[4.20, 4.21, 2.11, 3.11] the page of the application after the payout', async () => {
    await graph.inbox.receive(
      graph.source.event('risk.report-finalised.v1', applicationId, {
        ...{ applicationId, investigationId: newId('inv'), reportId: newId('rep'), reportVersion: 1, reportHash: HASH, rating: 'LOW' },
        ...{
          recommendation: 'APPROVE',
          score: 1,
          scorecardId: 'v0',
          scorecardVersion: 1,
          recommendedAmountFen: 1,
          recommendedTermMonths: 1,
        },
        ...{ recommendedAnnualRate: null, participants: [] },
      }),
    );
    const today = sales.platform.clock.today();
    const loan = { applicationId, loanId: newId('lon'), contractId, customerId, salespersonId: seller.employeeId, disbursedOn: today };
    const paid = { disbursementId: newId('dis'), ...TERMS, firstDueOn: today, firstLoanOfCustomer: true };
    await graph.inbox.receive(graph.source.event('finance.loan-disbursed.v1', applicationId, { ...loan, ...paid }));
    await graph.inbox.receive(
      graph.source.handoff('care-for-loan', 'finance', { subject: applicationId, data: { ...loan, participants: [] } }),
    );
    const fileId = await graph.upload(applicationId, 'EVIDENCE', 'image/jpeg');
    await done('recordInspection', { applicationId, verdict: 'AS_AGREED', finding: '设备已到位', fileId }, 'application');
    const page = await ask<{ application: { tasks: { id: string; topic: string }[] } }>(
      `query ($id: ID!) { application(id: $id) { stage customer { id name } salesperson { id } contract { id state } tasks { id topic dueAt }
        timeline { stage } told { decisions { decisionId result } } care { loan { id } inspections { kind dueOn done { verdict inspector { id } } } } } }`,
      { id: applicationId },
      person('compliance', 'auditor'),
    );
    expect(page.application).toMatchObject({
      ...{ stage: 'DISBURSED', customer: { id: customerId }, salesperson: { id: seller.employeeId }, contract: { id: contractId } },
      care: {
        loan: { id: loan.loanId },
        inspections: expect.arrayContaining([
          expect.objectContaining({ kind: 'FIRST_USE', done: { verdict: 'AS_AGREED', inspector: { id: seller.employeeId } } }),
        ]),
      },
    });
    expect(page.application.tasks.map(({ topic }) => topic)).toEqual(['APPROVED', 'DISBURSED']);
    const taskId = page.application.tasks[1]?.id;
    await done('recordCustomerInformed', { applicationId, taskId, how: 'PHONE' }, 'application');
    const visit = { customerId, way: 'PHONE', useOfLoan: '购买设备', business: '平稳', furtherNeeds: '无', satisfaction: 5 };
    const visited = await done('recordReturnVisit', visit, 'customer', 'visits { satisfaction } applications { id }');
    expect(visited).toEqual({ visits: [{ satisfaction: 5 }], applications: [{ id: applicationId }] });
  });

  test('[3.7] personal data: masked, another salesperson sees nothing, a full look is told to compliance', async () => {
    const query =
      'query ($id: ID!, $n: String) { customer(id: $id) { phone } application(id: "x") { id } customers(identity: $n) { nodes { id } } }';
    expect(await ask(query, { id: customerId, n: number }, other)).toEqual({ customer: null, application: null, customers: { nodes: [] } });
    expect(await ask(query, { id: customerId, n: number }, manager)).toMatchObject({
      customer: { phone: '139****9000' },
      customers: { nodes: [{ id: customerId }] },
    });
    const hidden = await act('revealCustomer', { customerId, reason: '电话联系客户' }, 'customer', { as: other, fields: 'phone' });
    expect(hidden).toMatchObject({ customer: null, userErrors: [{ code: 'NOT_FOUND', rule: '3.7' }] });
    const careless = await act('revealCustomer', { customerId, reason: '' }, 'customer', { fields: 'phone' });
    expect(careless.userErrors[0]?.code).toBe('REASON_REQUIRED');
    expect(await sentTypes(sales.platform)).not.toContain('sales.personal-data-viewed.v1');
    const shown = await done('revealCustomer', { customerId, reason: '电话联系客户' }, 'customer', 'phone residentId');
    expect(shown).toEqual({ phone: '13900139000', residentId: number });
    expect(await sentTypes(sales.platform)).toContain('sales.personal-data-viewed.v1');
  });

  test('references of other departments are batched and permitted', async () => {
    const entities =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanApplication { stage } ... on Customer { name } ... on LoanContract { draftNo } } }';
    const r = [
      { __typename: 'LoanApplication', id: applicationId },
      { __typename: 'Customer', id: customerId },
      { __typename: 'LoanContract', id: contractId },
      { __typename: 'LoanContract', id: newId('con') },
    ];
    expect(await ask(entities, { r }, person('risk', 'investigator'))).toEqual({
      _entities: [{ stage: 'DISBURSED' }, { name: '王小明' }, { draftNo: 1 }, null],
    });
    expect(await ask(entities, { r }, other)).toEqual({ _entities: [null, null, null, null] });
    expect((await sales.graph(entities, { r })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
