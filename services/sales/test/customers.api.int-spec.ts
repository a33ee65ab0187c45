import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, seedPeople, sentMessages, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { salesService } from '../src/sales.module.js';
import { residentId } from './builders/story.builder.js';

const seller = person('sales', 'salesperson');
const other = person('sales', 'salesperson');
const manager = person('sales', 'sales-manager');
const riskManager = person('risk', 'risk-manager');
type Row = Record<string, unknown>;

let sales: SubgraphUnderTest;
beforeAll(async () => {
  sales = await testSubgraph(salesService);
  await seedPeople(sales.platform, [seller, other, manager]);
}, 120_000);
afterAll(() => sales.stop());

/** Runs a mutation; `fields` is what is asked of its payload beside the refusals. */
async function act(name: string, input: Row, fields: string, as = seller): Promise<Row & { userErrors: Row[] }> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code rule field } } }`;
  const answer = await sales.graph(query, { input }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as Row & { userErrors: Row[] };
}

async function ask<T>(query: string, variables: Row, as = seller): Promise<T> {
  const answer = await sales.graph(query, variables, as);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

async function upload(aboutId: string, as: typeof seller): Promise<string> {
  const bytes = randomBytes(100);
  const file = {
    fileName: '证件',
    contentType: 'application/pdf',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const made = await act('requestUpload', { aboutId, purpose: 'IDENTITY_EVIDENCE', ...file }, 'upload { fileId url }', as);
  const { fileId, url } = made['upload'] as { fileId: string; url: string };
  const { pathname, search } = new URL(url);
  const sent = await fetch(`${sales.url}${pathname}${search}`, {
    method: 'PUT',
    body: bytes,
    headers: { 'content-type': 'application/pdf' },
  });
  expect(sent.status).toBe(201);
  return fileId;
}

const identity = (name: string, phone: string, number = residentId()) => ({
  ...{ type: 'INDIVIDUAL', name, residentId: number, phone, address: '北京市朝阳区某路 1 号' },
});
const PAYLOAD = 'customer { id } possibleDuplicates { signs owner { id } customer { id } }';
async function register(name: string, phone: string, as = seller): Promise<{ id: string; hints: Row[] }> {
  const payload = await act('registerCustomer', { identity: identity(name, phone) }, PAYLOAD, as);
  expect(payload.userErrors).toEqual([]);
  return { id: (payload['customer'] as { id: string }).id, hints: payload['possibleDuplicates'] as Row[] };
}

describe('the file of a customer in the graph', () => {
  test('[3.5, 3.8, 3.10] sections, papers, grade and plan of a new file', async () => {
    const { id } = await register('何小全', '13820000001');
    const profile = {
      ...{ employment: { employer: '某某公司', employedMonths: 12 }, family: { maritalStatus: 'MARRIED', dependants: 2 } },
      ...{
        business: { licenceIssuedOn: '2024-01-01' },
        debts: { otherLoans: 1, otherLoansBalance: '5000.00', monthlyDebtService: '200.00' },
      },
    };
    const fields = `customer { papersNeeded completeness { missingSections } grades { grade cause } servicePlan { grade visitIntervalDays firstResponse offers }
      profile { employment { employer } family { dependants } business { licenceIssuedOn } debts { otherLoansBalance } } }`;
    const { customer } = await act('updateCustomerProfile', { customerId: id, profile }, fields);
    expect(customer).toMatchObject({
      papersNeeded: ['IDENTITY', 'INCOME', 'ASSETS'],
      grades: [{ grade: 'C', cause: 'REGISTERED' }],
      servicePlan: { grade: 'C', visitIntervalDays: 90, firstResponse: '4h' },
      profile: { employment: { employer: '某某公司' }, family: { dependants: 2 }, debts: { otherLoansBalance: '5000.00' } },
    });
    const wrong = await act('updateCustomerProfile', { customerId: id, profile: { debts: { otherLoans: 0 } } }, 'customer { id }');
    expect(wrong.userErrors).toMatchObject([{ code: 'PROFILE_CONTRADICTION', rule: '3.6', field: ['profile', 'debts', 'otherLoans'] }]);
  });

  test('[3.7] cards are masked, shown in full only for a reason that is kept', async () => {
    const { id } = await register('何小卡', '13820000002');
    const wanted = 'customer { bankCards { id number bank preferred endedOn } }';
    const added = await act('addBankCard', { customerId: id, number: '4000000000000002', bank: '工商银行' }, wanted);
    expect(added['customer']).toMatchObject({
      bankCards: [{ number: '************0002', bank: '工商银行', preferred: true, endedOn: null }],
    });
    await act('correctCustomer', { customerId: id, reason: '客户换号', phone: '13820000099' }, 'customer { id }');
    const full = 'customer { bankCards correctedValues { field oldValue newValue reason } }';
    const looked = await act('revealCustomer', { customerId: id, reason: '核对还款卡' }, full);
    expect(looked['customer']).toEqual({
      bankCards: ['4000000000000002'],
      correctedValues: [{ field: 'phone', oldValue: '13820000002', newValue: '13820000099', reason: '客户换号' }],
    });
    const [seen] = (await sentMessages(sales.platform)).filter(({ type }) => type === 'sales.personal-data-viewed.v1');
    expect(seen?.data).toMatchObject({ fields: expect.arrayContaining(['bankCards']) });
    expect(JSON.stringify(seen)).not.toContain('4000000000000002');
    expect(
      (await act('addBankCard', { customerId: id, number: '4000000000000010', bank: '工商银行' }, 'customer { id }', other)).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('[3.6] an odd number: refused to the salesperson, accepted by the manager with the paper, visible on the file', async () => {
    const input = async (as: typeof seller) => ({
      identity: identity('何老先生', '13820000003', '110105491231002'),
      override: { field: 'RESIDENT_ID', reason: '持一代身份证原件', fileId: await upload(as.employeeId, as) },
    });
    const refused = await act('registerCustomer', await input(seller), 'customer { id }');
    expect(refused.userErrors).toMatchObject([{ code: 'OVERRIDE_NOT_PERMITTED', rule: '3.6', field: ['override'] }]);
    const fields = 'customer { id residentId overrides { field problem reason fileId acceptedBy { id } } }';
    const { customer, userErrors } = await act(
      'registerCustomer',
      { ...(await input(manager)), ownerId: seller.employeeId },
      fields,
      manager,
    );
    expect(userErrors).toEqual([]);
    const file = customer as { id: string; residentId: string; overrides: { fileId: string }[] };
    expect(file.residentId).toBe('110105*****1002');
    expect(file.overrides).toMatchObject([{ field: 'RESIDENT_ID', problem: 'SHAPE', acceptedBy: { id: manager.employeeId } }]);
    const paper = { id: file.overrides[0]?.fileId };
    const query = 'query ($id: ID!) { fileUpload(id: $id) { id } }';
    expect(await ask(query, paper)).toEqual({ fileUpload: paper });
    expect(await ask(query, paper, other)).toEqual({ fileUpload: null });
  });
});

describe('two files of one customer in the graph', () => {
  const FIND = 'query ($phone: String!) { possibleDuplicates(phone: $phone) { signs owner { id } customer { id } } }';

  test('[3.6, 3.7] a colleague’s file is a hint with its owner; the manager merges; the old id still resolves', async () => {
    const theirs = await register('傅重复', '13820000010', other);
    const mine = await register('傅重复', '13820000010');
    expect(mine.hints).toEqual([{ signs: ['PHONE'], owner: { id: other.employeeId }, customer: null }]);
    expect(await ask(FIND, { phone: '13820000010' }, other)).toEqual({
      possibleDuplicates: expect.arrayContaining([{ signs: ['PHONE'], owner: { id: seller.employeeId }, customer: null }]),
    });
    const ofFile = 'query ($id: ID!) { possibleDuplicates(customerId: $id) { customer { id } } }';
    expect(await ask(ofFile, { id: mine.id }, manager)).toEqual({ possibleDuplicates: [{ customer: { id: theirs.id } }] });
    expect(await ask(ofFile, { id: theirs.id })).toEqual({ possibleDuplicates: [] });
    const input = { survivorId: mine.id, mergedId: theirs.id, reason: '重复建档', entryErrorFileId: await upload(theirs.id, manager) };
    const shut = await sales.graph(
      'mutation ($input: MergeCustomersInput!) { mergeCustomers(input: $input) { customer { id } } }',
      { input },
      seller,
    );
    expect(JSON.stringify(shut.errors)).toContain('FORBIDDEN');
    const { customer, userErrors } = await act('mergeCustomers', input, 'customer { id merges { customerId mergedBy { id } } }', manager);
    expect(userErrors).toEqual([]);
    expect(customer).toEqual({ id: mine.id, merges: [{ customerId: theirs.id, mergedBy: { id: manager.employeeId } }] });
    const reference = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { id name mergedInto { id } } } }';
    const representations = { r: [{ __typename: 'Customer', id: theirs.id }] };
    expect(await ask(reference, representations)).toEqual({ _entities: [{ id: theirs.id, name: '傅重复', mergedInto: { id: mine.id } }] });
    expect(await ask(reference, representations, other)).toEqual({ _entities: [null] });
  });
});

describe('finding in the graph', () => {
  const SEARCH = `query ($text: String!, $kinds: [SalesFoundKind!]) { searchSales(text: $text, kinds: $kinds, first: 5) {
    nodes { kind id title customer { name phone } lead { phone } application { id } contract { id } } pageInfo { hasNextPage } } }`;

  test('[3.7] one search over the kinds, masked, never a colleague’s', async () => {
    await register('慕容雪', '13820000020', other);
    const { id } = await register('慕容霜', '13820000021');
    await act('createLead', { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '慕容冰', phone: '13820000022' }, 'lead { id }');
    const found = await ask<{ searchSales: { nodes: Row[] } }>(SEARCH, { text: '慕容' });
    expect(found.searchSales.nodes).toMatchObject([
      { kind: 'CUSTOMER', id, title: '慕容霜', customer: { name: '慕容霜', phone: '138****0021' }, lead: null },
      { kind: 'LEAD', title: '慕**', lead: { phone: '138****0022' }, customer: null },
    ]);
    const leads = await ask<{ searchSales: { nodes: Row[] } }>(SEARCH, { text: '慕容', kinds: ['LEAD'] }, other);
    expect(leads.searchSales.nodes).toEqual([]);
    const refused = await sales.graph(SEARCH, { text: '' }, seller);
    expect(JSON.stringify(refused.errors)).toContain('SEARCH_TEXT_SHORT');
  });
});

describe('the scorecard in the graph', () => {
  test('[3.9] one proposes, another puts it in force; a salesperson does neither', async () => {
    const weights = ['need', 'credit-standing', 'repayment-ability', 'potential'].map((criterion) => ({ criterion, weightPercent: 25 }));
    const today = sales.platform.clock.today();
    const input = { weights, atLeastA: 80, atLeastB: 40, effectiveFrom: today, reason: '四项同等重要' };
    const made = await act('proposeGradeScorecard', input, 'gradeScorecard { id no state proposedBy { id } }', manager);
    const { id: scorecardId } = made['gradeScorecard'] as { id: string };
    expect(made['gradeScorecard']).toMatchObject({ no: 2, state: 'PROPOSED', proposedBy: { id: manager.employeeId } });
    const own = await act('decideGradeScorecard', { scorecardId, publish: true }, 'gradeScorecard { id }', manager);
    expect(own.userErrors).toMatchObject([{ code: 'SCORECARD_SAME_PERSON', rule: '3.9' }]);
    await act('decideGradeScorecard', { scorecardId, publish: true }, 'gradeScorecard { id }', riskManager);
    const query = '{ gradeScorecardInForce { no weights { weightPercent } atLeast { A B } } gradeScorecards { id state } }';
    expect(await ask(query, {}, manager)).toMatchObject({
      gradeScorecardInForce: { no: 2, weights: [25, 25, 25, 25].map((weightPercent) => ({ weightPercent })), atLeast: { A: 80, B: 40 } },
      gradeScorecards: [{ id: scorecardId, state: 'PUBLISHED' }],
    });
    const shut = await sales.graph(
      'mutation ($input: ProposeGradeScorecardInput!) { proposeGradeScorecard(input: $input) { gradeScorecard { id } } }',
      { input },
      seller,
    );
    expect(JSON.stringify(shut.errors)).toContain('FORBIDDEN');
  });
});
