import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, businessDateOf, newId } from '@weilend/kernel';
import { inboxOf, MessageSource, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import type { AnyConsumer } from '@weilend/messaging';
import { salesConsumers } from '../src/consumers/all.js';
import { salesService } from '../src/sales.module.js';
import { residentId } from './builders/story.builder.js';

interface UserError {
  readonly code: string;
  readonly rule: string;
  readonly field: readonly string[] | null;
}

const seller = person('sales', 'salesperson');
const manager = person('sales', 'sales-manager');
let sales: SubgraphUnderTest;
let customerId: string;

beforeAll(async () => {
  sales = await testSubgraph(salesService);
  const identity = { type: 'INDIVIDUAL', name: '王小明', residentId: residentId(), phone: '13900139000', address: '北京市朝阳区某路 1 号' };
  customerId = (await done('registerCustomer', { identity }, 'customer', 'id'))['id'] as string;
});

afterAll(() => sales.stop());

async function act(name: string, input: object, noun: string, fields = 'id') {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${noun} { ${fields} } userErrors { code rule field } } }`;
  return (await ask(query, { input }))[name] as { userErrors: UserError[] } & Record<string, Record<string, unknown>>;
}

async function done(name: string, input: object, noun: string, fields = 'id'): Promise<Record<string, unknown>> {
  const payload = await act(name, input, noun, fields);
  expect(payload.userErrors).toEqual([]);
  return payload[noun] ?? {};
}

async function ask(query: string, variables: Record<string, unknown> = {}, as = seller): Promise<Record<string, unknown>> {
  const answer = await sales.graph(query, variables, as);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as unknown as Record<string, unknown>;
}

describe('[1.6, 2.9, 4.1] a morning of a salesperson, through the graph', () => {
  test('a conversation answers the enquiry and is found again by its next step', async () => {
    const { id: enquiryId } = await done('openEnquiry', { customerId }, 'enquiry');
    const talk = {
      enquiryId,
      heldAt: new Date(Date.now() - 2 * 86_400_000).toISOString(),
      way: 'PHONE',
      asked: '询问设备贷款',
      advised: '建议等额本息一年期',
    };
    const wish = { purpose: 'EQUIPMENT', amount: '12000.00', termMonths: 12, method: 'EQUAL_INSTALMENT' };
    const nextStepOn = addDays(businessDateOf(new Date()), -1);
    const promise = { nextStep: '发送方案', nextStepOn };
    const fields = 'id needs { amount } nextStep { text on } customer { id } enquiry { state firstProposalDueAt } recorder { id }';
    const interaction = await done('recordInteraction', { ...talk, ...wish, ...promise }, 'interaction', fields);
    expect(interaction).toMatchObject({
      ...{ needs: { amount: '12000.00' }, nextStep: { text: '发送方案', on: nextStepOn }, customer: { id: customerId } },
      ...{ enquiry: { state: 'ANSWERED', firstProposalDueAt: expect.any(String) }, recorder: { id: seller.employeeId } },
    });
    const owed = '{ enquiries(owesProposal: true) { nodes { id } } }';
    expect(await ask(owed)).toEqual({ enquiries: { nodes: [{ id: enquiryId }] } });
    const lists = '{ openNextSteps(late: true) { nodes { id } } enquiries(state: ANSWERED) { nodes { id overdue } } }';
    expect(await ask(lists)).toEqual({
      ...{ openNextSteps: { nodes: [{ id: interaction['id'] }] }, enquiries: { nodes: [{ id: enquiryId, overdue: false }] } },
    });
    const closed = await act('closeEnquiry', { enquiryId, outcome: 'NOT_INTERESTED' }, 'enquiry');
    expect(closed.userErrors).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    const end = { enquiryId, outcome: 'NOT_INTERESTED', reason: '暂时不需要' };
    expect(await done('closeEnquiry', end, 'enquiry', 'state closed { outcome closedBy { id } }')).toEqual({
      ...{ state: 'CLOSED', closed: { outcome: 'NOT_INTERESTED', closedBy: { id: seller.employeeId } } },
    });
  });

  test('[2.10, 4.4] the checklist says why; who edits an old version is told', async () => {
    const { documentChecklist } = await ask('{ documentChecklist(customerType: SELF_EMPLOYED) { type why isNeeded status } }');
    expect(documentChecklist).toHaveLength(4);
    const made = await done('createApplication', { customerId }, 'application', 'id version worklists checklist { status }');
    expect(made).toMatchObject({ version: 1, worklists: ['DOCUMENTS'] });
    const { id: applicationId } = made;
    await done('amendApplication', { applicationId, termMonths: 12, expectedVersion: 1 }, 'application');
    const late = await act('amendApplication', { applicationId, termMonths: 24, expectedVersion: 1 }, 'application');
    expect(late.userErrors).toMatchObject([{ code: 'CHANGED_MEANWHILE', rule: '7.12', field: ['expectedVersion'] }]);
    const progress = '($id: ID!) { customerProgress(applicationId: $id) { words steps { words } open { words isCustomersTurn dueAt } } }';
    expect(await ask(`query ${progress}`, { id: applicationId })).toEqual({
      customerProgress: {
        ...{ words: '申请资料准备中', steps: [{ words: '申请资料准备中' }] },
        open: [{ words: '请备齐申请资料', isCustomersTurn: true, dueAt: null }],
      },
    });
    const list = '{ applicationsOnWorklist(worklist: DOCUMENTS) { nodes { id } } }';
    expect(await ask(list)).toEqual({ applicationsOnWorklist: { nodes: [{ id: applicationId }] } });
  });

  test('[2.11, 4.7] what the customer is told, and how fast, stands in the figures of the manager', async () => {
    const source = new MessageSource();
    const consumers = salesConsumers.map((consumer) => sales.app.get<AnyConsumer>(consumer));
    const { id: applicationId } = await done('createApplication', { customerId }, 'application');
    const decision = {
      applicationId: applicationId as string,
      caseId: newId('cas'),
      decisionId: newId('dec'),
      result: 'REJECTED' as const,
    };
    const cited = { reportId: newId('rep'), reportVersion: 1, reportHash: 'a'.repeat(64), policyVersion: 1, participants: [] };
    const data = { ...decision, ...cited, terms: null, validUntil: null, conditionIds: [], decidedOn: '2026-11-20' };
    await inboxOf(sales.platform, consumers).receive(source.event('approval.decision-made.v1', data.applicationId, data));
    const figures = `query ($from: LocalDate!, $to: LocalDate!) {
      serviceTimes(from: $from, to: $to) { kind count done salesperson { id } }
      lateServices { kind subjectId salesperson { id } }
    }`;
    const period = { from: sales.platform.clock.today(), to: sales.platform.clock.today() };
    const { serviceTimes, lateServices } = await ask(figures, period, manager);
    expect(serviceTimes).toContainEqual({ kind: 'CUSTOMER_INFORMED', count: 1, done: 0, salesperson: { id: seller.employeeId } });
    expect(lateServices).toEqual([]);
    const wrong = await sales.graph(figures, { from: '2026-11-20', to: '2026-11-19' }, manager);
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
