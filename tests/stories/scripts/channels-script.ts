// Leads of all four channels on their way to a customer: given out, answered, converted once, counted in the funnel.
import type { Act } from '../../../infra/local/demo/person.ts';
import type { LeadSource } from '../lib/client.ts';
import { must } from '../lib/must.ts';
import { putOnFile, whoIs, writeLead } from '../lib/prospects.ts';
import { at, listAt, numberAt, textAt } from '../lib/read.ts';
import { clientOf } from './scene.ts';
import type { Scene, Script } from './scene.ts';

const DISTRICT = '330106';
const LEAD = `query Lead($id: ID!) {
  lead(id: $id) { id state channel salesperson { id } assignments { how salesperson { id } } promisedResponseAt firstRespondedAt customer { id } }
}`;
const FUNNEL = `query Funnel($by: FunnelDimension!, $day: LocalDate!) {
  salesFunnel(by: $by, from: $day, to: $day) {
    total { leads } rows { key campaign { id } leads responded customers applications }
  }
}`;
const CHANNELS = ['ONLINE', 'OFFLINE', 'REFERRAL', 'PARTNER'] as const;
type Channel = (typeof CHANNELS)[number];
type LeadOfChannel = Readonly<Record<Channel, string>>;

export const channels: Script = {
  name: 'channels',
  tells:
    'leads of four channels are given out by turns, by district and by hand, answered, one becomes a customer once; a second lead with his number is refused; the funnel counts them',
  ends: null,
  play: async (scene) => {
    const day = await scene.company.today();
    const before = await funnel(scene, 'CHANNEL', day);
    const campaignId = await openCampaign(scene, day);
    const leads = await writeLeads(scene, campaignId);
    for (const channel of CHANNELS) await answer(scene, leads[channel]);
    await refuseSecond(scene, leads.ONLINE);
    await convertOnce(scene, leads.ONLINE);
    const rows = await funnel(scene, 'CAMPAIGN', day);
    const own = rows.find((row) => at(row, 'campaign', 'id') === campaignId);
    must(
      numberAt(own, 'leads') === 4 && numberAt(own, 'responded') === 4 && numberAt(own, 'customers') === 1,
      'the funnel counts 4 leads of the campaign, 4 answered, 1 customer',
      own,
    );
    const after = await funnel(scene, 'CHANNEL', day);
    const leadsOf = (all: readonly unknown[], channel: Channel): number =>
      Number(
        at(
          all.find((row) => at(row, 'key') === channel),
          'leads',
        ) ?? 0,
      );
    for (const channel of CHANNELS)
      must(leadsOf(after, channel) > leadsOf(before, channel), `the funnel counts the lead of channel ${channel}`, after);
  },
};

async function funnel({ company }: Scene, by: string, day: string): Promise<readonly unknown[]> {
  const { data } = await company.one('sales-manager').ask(FUNNEL, { by, day });
  return listAt(data, 'salesFunnel', 'rows');
}

async function leadOf({ company }: Scene, id: string): Promise<unknown> {
  const { data } = await company.one('sales-manager').ask(LEAD, { id });
  return at(data, 'lead');
}

async function openCampaign({ company, story, run }: Scene, day: string): Promise<string> {
  const input = { name: `四渠道获客 ${run}`, startsOn: day, endsOn: day, budget: '5000.00', goalLeads: 4 };
  const created = await story.act(company.one('sales-manager'), { verb: 'createCampaign', input, select: 'campaign { id }' });
  return textAt(created, 'campaign', 'id');
}

/** One lead a channel: by turns, to who covers the district, by turns later on, by hand. */
async function writeLeads(scene: Scene, campaignId: string): Promise<LeadOfChannel> {
  const { company, story, shared, turn } = scene;
  const manager = company.one('sales-manager');
  const [first, second] = [company.nth('salesperson', turn), company.nth('salesperson', turn + 1)];
  const covering = [await first.employeeId(), await second.employeeId()];
  const area = { district: DISTRICT, name: '西湖区', salespersonIds: covering };
  await story.act(manager, { verb: 'setSalesArea', input: area, select: 'areas { id }' });
  const referrerId = await putOnFile(scene, first, clientOf(scene, { label: 'referrer' }));
  const write = (source: LeadSource, more: Record<string, unknown>): Promise<string> =>
    writeLead(scene, manager, clientOf(scene, { label: source.channel, source }), { campaignId, ...more });
  const online = await write({ channel: 'ONLINE', onlineSource: 'SOCIAL_MEDIA' }, { assign: 'ROUND_ROBIN' });
  const referral = await write({ channel: 'REFERRAL', referrerId }, { assign: 'LATER' });
  must(at(await leadOf(scene, referral), 'salesperson') === null, 'a lead for later is nobody’s');
  const give: Act = { verb: 'assignLeads', input: { leadIds: [referral], how: 'ROUND_ROBIN' }, select: 'leads { id }' };
  await story.act(manager, give);
  await story.isRefused(manager, give, 'LEAD_ASSIGNED');
  const offline = await write({ channel: 'OFFLINE', activityId: shared.get('activity') ?? '' }, { assign: 'AREA', district: DISTRICT });
  const partner = await write({ channel: 'PARTNER', partnerId: shared.get('partner') ?? '' }, { salespersonId: covering[1] });
  const holders = await Promise.all(
    [online, referral, offline, partner].map(async (id) => at(await leadOf(scene, id), 'salesperson', 'id')),
  );
  must(holders[0] !== holders[1], 'two leads by turns go to two people', holders);
  must(covering.includes(String(holders[2])), 'a lead of the district goes to who covers it', holders);
  must(holders[3] === covering[1], 'a lead by hand goes to who was named', holders);
  return { ONLINE: online, OFFLINE: offline, REFERRAL: referral, PARTNER: partner };
}

/** Called by who looks after it, within what was promised. */
async function answer(scene: Scene, leadId: string): Promise<void> {
  const holder = await whoIs(scene, textAt(await leadOf(scene, leadId), 'salesperson', 'id'));
  const input = { leadId, way: 'CALL', result: 'INTERESTED', note: '已介绍产品' };
  await scene.story.act(holder, { verb: 'recordLeadContact', input, select: 'lead { id }' });
  const seen = await leadOf(scene, leadId);
  const answered = textAt(seen, 'firstRespondedAt');
  must(answered <= textAt(seen, 'promisedResponseAt'), 'the lead is answered within what was promised', seen);
}

/** The number of an open lead: who has it is told which it is, a colleague only to ask the manager. */
async function refuseSecond(scene: Scene, leadId: string): Promise<void> {
  const { company, story } = scene;
  const holderId = textAt(await leadOf(scene, leadId), 'salesperson', 'id');
  const holder = await whoIs(scene, holderId);
  const { identity } = clientOf(scene, { label: 'ONLINE' });
  const input = { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: identity.name, phone: identity.phone };
  const again: Act = { verb: 'createLead', input, select: 'lead { id }' };
  await story.isRefused(holder, again, 'LEAD_EXISTS');
  const colleague = company.all('salesperson').find((person) => person !== holder) ?? holder;
  await story.isRefused(colleague, again, 'LEAD_WITH_COLLEAGUE');
}

async function convertOnce(scene: Scene, leadId: string): Promise<void> {
  const holder = await whoIs(scene, textAt(await leadOf(scene, leadId), 'salesperson', 'id'));
  const customerId = await putOnFile(scene, holder, clientOf(scene, { label: 'ONLINE' }), { leadId });
  const seen = await leadOf(scene, leadId);
  must(at(seen, 'state') === 'CONVERTED' && at(seen, 'customer', 'id') === customerId, 'the lead became this customer', seen);
  const again: Act = { verb: 'convertLead', input: { leadId, customerId }, select: 'lead { id }' };
  await scene.story.isRefused(holder, again, 'LEAD_CONVERTED');
}
