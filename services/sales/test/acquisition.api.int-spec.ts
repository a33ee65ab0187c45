import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { salesService } from '../src/sales.module.js';
import { residentId } from './builders/story.builder.js';

let sales: SubgraphUnderTest;
const seller = person('sales', 'salesperson');
const manager = person('sales', 'sales-manager');
const DAY = 86_400_000;

beforeAll(async () => {
  sales = await testSubgraph(salesService);
  await seedPeople(sales.platform, [seller]);
});

afterAll(() => sales.stop());

const day = (offset: number): string => new Date(Date.now() + 8 * 3_600_000 + offset * DAY).toISOString().slice(0, 10);

type Answer = Readonly<Record<string, never>>;

async function ask(query: string, variables: Record<string, unknown> = {}, as: EmployeeActor = seller): Promise<Record<string, Answer>> {
  const answer = await sales.graph(query, variables, as);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Record<string, Answer>;
}

/** Runs a mutation; `{ codes }` of its refusals, or what is asked of its noun. */
async function act(name: string, input: object, wanted: string, as: EmployeeActor = seller): Promise<Record<string, unknown>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${wanted} userErrors { code rule message } } }`;
  const payload = (await ask(query, { input }, as))[name] as unknown as Record<string, unknown> & {
    userErrors: { code: string; message: string }[];
  };
  const { userErrors, ...rest } = payload;
  return userErrors.length > 0 ? { refused: userErrors } : rest;
}

describe('acquisition through the graph', () => {
  test('[3.1, 3.2] campaign, activity, lead, funnel with cost', async () => {
    const plan = { name: '秋季经营贷', startsOn: day(-30), endsOn: day(30), budget: '50000.00', goalLeads: 100, targetGrades: ['A'] };
    const { campaign } = await act('createCampaign', plan, 'campaign { id phase targetGrades budget }', manager);
    expect(campaign).toMatchObject({ phase: 'RUNNING', targetGrades: ['A'], budget: '50000.00' });
    const campaignId = (campaign as { id: string }).id;
    const fair = { kind: 'FAIR', name: '建材展会', heldOn: day(0), cost: '1000.00', campaignId };
    const { activity } = await act('createActivity', fair, 'activity { id state cost }');
    const activityId = (activity as { id: string }).id;
    expect(
      await act(
        'holdActivity',
        { activityId, actualCost: '1200.00', note: '到场 40 人' },
        'activity { state cost plannedCost actualCost }',
      ),
    ).toEqual({
      activity: { state: 'HELD', cost: '1200.00', plannedCost: '1000.00', actualCost: '1200.00' },
    });
    const lead = {
      channel: 'OFFLINE',
      activityId,
      contactName: '王先生',
      phone: '13900139001',
      interestAmount: '30000.00',
      district: '110105',
    };
    const made = await act(
      'createLead',
      lead,
      'lead { id phone interest { amount } campaign { id actualLeads spent } activity { actualLeads } salesperson { id } }',
    );
    expect(made).toMatchObject({
      lead: { phone: '139****9001', interest: { amount: '30000.00' }, campaign: { id: campaignId, actualLeads: 1, spent: '1200.00' } },
    });
    const { refused } = await act('createLead', { ...lead, requestKey: newId('key') }, 'lead { id }');
    const leadId = (made['lead'] as { id: string }).id;
    expect(refused).toMatchObject([{ code: 'LEAD_EXISTS', rule: '2.8', message: expect.stringContaining(leadId) }]);
    const funnel =
      '{ salesFunnel(by: ACTIVITY, from: "FROM", to: "TO") { rows { key leads cost costPerLead activity { name } overallRate { rate } } total { leads } } }';
    const asked = funnel.replace('FROM', day(-1)).replace('TO', day(1));
    expect((await ask(asked, {}, manager))['salesFunnel']).toEqual({
      rows: [
        {
          key: activityId,
          leads: 1,
          cost: '1200.00',
          costPerLead: '1200.00',
          activity: { name: '建材展会' },
          overallRate: { rate: '0.000000' },
        },
      ],
      total: { leads: 1 },
    });
    expect((await ask(asked))['salesFunnel']).toMatchObject({ rows: [{ cost: null }] });
  });

  test('[1.6, 2.8] a lead waits, is given out, answered, shown in full, lost and taken up again', async () => {
    const input = { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '李先生', phone: '13900139002', assign: 'LATER' };
    const { lead } = await act('createLead', input, 'lead { id salesperson { id } firstResponseDueAt }', manager);
    const leadId = (lead as { id: string }).id;
    expect([(lead as { salesperson: unknown }).salesperson, typeof (lead as { firstResponseDueAt: unknown }).firstResponseDueAt]).toEqual([
      null,
      'string',
    ]);
    const waiting = '{ leads(unassigned: true) { nodes { id } totalCount } }';
    expect((await ask(waiting, {}, manager))['leads']).toEqual({ nodes: [{ id: leadId }], totalCount: 1 });
    const given = await act(
      'assignLeads',
      { leadIds: [leadId], how: 'ROUND_ROBIN' },
      'leads { salesperson { id } assignments { how by { id } } }',
      manager,
    );
    expect(given).toEqual({
      leads: [{ salesperson: { id: seller.employeeId }, assignments: [{ how: 'ROUND_ROBIN', by: { id: manager.employeeId } }] }],
    });
    expect(await act('revealContact', { leadId, reason: '首次联系客户' }, 'contact { name phone }')).toEqual({
      contact: { name: '李先生', phone: '13900139002' },
    });
    const contact = { leadId, way: 'CALL', result: 'CALL_BACK', nextContactOn: day(0) };
    const called = await act('recordLeadContact', contact, 'lead { firstResponseDueAt nextContactOn contacts { result by { id } } }');
    expect(called).toEqual({
      lead: { firstResponseDueAt: null, nextContactOn: day(0), contacts: [{ result: 'CALL_BACK', by: { id: seller.employeeId } }] },
    });
    expect((await ask('{ leads(contactDue: true) { nodes { id } } }'))['leads']).toEqual({ nodes: [{ id: leadId }] });
    await act('loseLead', { leadId, cause: 'COMPETITOR', reason: '已在他行办理' }, 'lead { id }');
    expect(await act('reopenLead', { leadId, reason: '他行未批' }, 'lead { state lostCause }')).toEqual({
      lead: { state: 'NEW', lostCause: null },
    });
    const identity = { type: 'INDIVIDUAL', name: '李四', residentId: residentId(), phone: '13900139002', address: '上海市某路 2 号' };
    const { customer } = await act('registerCustomer', { identity, leadId }, 'customer { id }');
    const again = await act('convertLead', { leadId, customerId: (customer as { id: string }).id }, 'lead { id }');
    expect(again).toMatchObject({ refused: [{ code: 'LEAD_CONVERTED' }] });
  });

  test('[3.4] partners with their agreements, those that run out soon, who covers a district, what referrals earned', async () => {
    const agreement = { agreementNo: 'HZ-01', validFrom: day(-60), validTo: day(5) };
    const input = { name: '某银行', creditCode: '91350100M000100Y43', agreement, contactName: '赵经理', contactPhone: '13811112222' };
    const { partner } = await act('addPartner', input, 'partner { id active expiresOn contactPhone }', manager);
    expect(partner).toMatchObject({ active: true, expiresOn: day(5), contactPhone: '138****2222' });
    expect((await ask('{ expiringPartners { name agreements { agreementNo } } }'))['expiringPartners']).toEqual([
      { name: '某银行', agreements: [{ agreementNo: 'HZ-01' }] },
    ]);
    const area = { district: '110105', name: '朝阳区', salespersonIds: [seller.employeeId] };
    expect(await act('setSalesArea', area, 'areas { district salespeople { id } }', manager)).toEqual({
      areas: [{ district: '110105', salespeople: [{ id: seller.employeeId }] }],
    });
    const lists =
      '{ referralCredits { nodes { id state } } salesCampaigns(open: true) { nodes { id changes { reason } } } salesActivities(kind: FAIR) { nodes { id } } }';
    expect(await ask(lists)).toMatchObject({
      referralCredits: { nodes: [] },
      salesCampaigns: { nodes: [{ changes: [] }] },
      salesActivities: { nodes: [{}] },
    });
    const moved = await act('reassignLeads', { fromEmployeeId: newId('emp'), how: 'LOAD', reason: '原销售离职' }, 'moved left', manager);
    expect(moved).toEqual({ moved: 0, left: 0 });
    expect(await act('recountLeads', {}, 'counted nextAfter', manager)).toMatchObject({ counted: 2, nextAfter: null });
  });
});
