import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { handoffRows, MessageSource } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { PRODUCT, Story } from '../../../test/builders/story.builder.js';
import { isOverdue } from '../../domain/enquiry/enquiry.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Enquiries, Proposals } from '../../persistence/enquiry/enquiry.repository.js';
import { AddPartner } from './add-partner.use-case.js';
import { CreateActivity } from './create-activity.use-case.js';
import { CreateLead } from './create-lead.use-case.js';
import type { CreateLeadRequest } from './create-lead.use-case.js';
import { CreateProposal } from './create-proposal.use-case.js';
import { EndPartner } from './end-partner.use-case.js';
import { LoseLead } from './lose-lead.use-case.js';
import { OpenEnquiry } from './open-enquiry.use-case.js';
import { RespondToEnquiry } from './respond-to-enquiry.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

const lead = (link: Partial<CreateLeadRequest>) =>
  desk.get(CreateLead).execute(desk.seller, { channel: 'ONLINE', contactName: '王先生', ...link });

describe('[3.1-3.4] leads', () => {
  test('from every channel with what it must name', async () => {
    const partnerId = await desk.get(AddPartner).execute(desk.manager, { name: '某银行', creditCode: '91350100M000100Y43' });
    const activityId = await desk
      .get(CreateActivity)
      .execute(desk.seller, { kind: 'FAIR', name: '春季展会', heldOn: desk.platform.clock.today(), cost: 100_000 });
    const made = [
      await lead({ onlineSource: 'SOCIAL_MEDIA', phone: '13800138000' }),
      await lead({ channel: 'OFFLINE', activityId }),
      await lead({ channel: 'REFERRAL', referrerId: await story.customer() }),
      await lead({ channel: 'PARTNER', partnerId }),
    ];
    expect(new Set(made).size).toBe(4);
    expect(JSON.stringify(await desk.platform.database.collection('leads').find().toArray())).not.toContain('13800138000');
    expect((await story.read((tx) => desk.get(Leads).get(made[0] ?? '', tx))).phone).toBe('13800138000');
    await desk.get(EndPartner).execute(desk.manager, { partnerId });
    expect(await codesOf(lead({ channel: 'PARTNER', partnerId }))).toEqual(['PARTNER_NOT_ACTIVE']);
    expect(await codesOf(desk.get(AddPartner).execute(desk.manager, { name: '某银行', creditCode: '91350100M000100Y43' }))).toEqual([
      'PARTNER_EXISTS',
    ]);
  });

  test.each<[Partial<CreateLeadRequest>, string[]]>([
    [{}, ['CHANNEL_LINK_MISSING']],
    [{ channel: 'OFFLINE', activityId: newId('act') }, ['ACTIVITY_UNKNOWN']],
    [{ channel: 'REFERRAL', referrerId: newId('cus') }, ['REFERRER_UNKNOWN']],
    [{ channel: 'PARTNER', partnerId: newId('ptn') }, ['PARTNER_NOT_ACTIVE']],
    [{ channel: 'PARTNER' }, ['CHANNEL_LINK_MISSING']],
    [{ onlineSource: 'WEBSITE', phone: '123' }, ['MOBILE_INVALID']],
  ])('%j is refused, and nothing changed', async (link, codes) => {
    const before = await desk.snapshot();
    expect(await codesOf(lead(link))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[1.6, 4.1-4.3] enquiries', () => {
  const open = async () => desk.get(OpenEnquiry).execute(desk.seller, { leadId: await lead({ onlineSource: 'WEBSITE' }) });
  const answer = (enquiryId: string, change: object = {}) => desk.get(RespondToEnquiry).execute(desk.seller, { enquiryId, ...change });
  const needs = { purpose: 'EQUIPMENT', amount: 1_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' };

  test('have a first-response deadline in working time, are overdue after it, and not once answered', async () => {
    const id = await open();
    const enquiry = await story.read((tx) => desk.get(Enquiries).get(id, tx));
    expect(enquiry.firstResponseDueAt.getTime()).toBeGreaterThan(enquiry.receivedAt.getTime());
    const late = new Date(`${addDays(desk.platform.clock.today(), 10)}T00:00:00Z`);
    expect(isOverdue(enquiry, late)).toBe(true);
    await answer(id, { productIds: [PRODUCT] });
    const answered = await story.read((tx) => desk.get(Enquiries).get(id, tx));
    expect([isOverdue(answered, late), answered.presented]).toMatchObject([false, [{ productId: PRODUCT, productVersion: 1 }]]);
  });

  test('of nobody, about a product nobody published, or for a lost lead are refused', async () => {
    expect(await codesOf(desk.get(OpenEnquiry).execute(desk.seller, {}))).toEqual(['ENQUIRY_SOURCE_MISSING']);
    expect(await codesOf(answer(await open(), { productIds: [newId('prd')] }))).toEqual(['PRODUCT_UNKNOWN']);
    const leadId = await lead({ onlineSource: 'WEBSITE' });
    await desk.get(LoseLead).execute(desk.seller, { leadId, reason: '无贷款需求' });
    expect(await codesOf(desk.get(OpenEnquiry).execute(desk.seller, { leadId }))).toEqual(['ILLEGAL_TRANSITION']);
  });

  test('lead to a proposal that is PRICING until finance quotes it', async () => {
    const enquiryId = await open();
    const propose = () => desk.get(CreateProposal).execute(desk.seller, { enquiryId, productId: PRODUCT });
    expect(await codesOf(propose())).toEqual(['ENQUIRY_NEEDS_MISSING']);
    await answer(enquiryId, { ...needs, amount: 9_000_000 });
    expect(await codesOf(propose())).toEqual(['PRODUCT_UNSUITABLE']);
    await answer(enquiryId, needs);
    const [quoted, refused] = [await propose(), await propose()];
    const state = async (id: string) => (await story.read((tx) => desk.get(Proposals).get(id, tx))).state;
    expect(await state(quoted)).toBe('PRICING');
    expect((await handoffRows(desk.platform)).find((row) => row.subject === quoted)).toMatchObject({
      type: 'issue-quote',
      data: { methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY'] },
    });
    const source = new MessageSource();
    const quote = {
      quoteId: newId('quo'),
      method: 'EQUAL_INSTALMENT' as const,
      termsHash: 'a'.repeat(64),
      totalInterestFen: 1,
      totalFeesFen: 0,
    };
    const data = { proposalId: quoted, quotes: [{ ...quote, firstInstalmentFen: 1, annualCostCompound: '0.1268', withinCap: true }] };
    await desk.inbox.receive(source.event('finance.quote-issued.v1', quoted, data));
    const fact = {
      handoffId: newId('hof'),
      handoff: 'issue-quote',
      at: new Date().toISOString(),
      code: 'AMOUNT_OUT_OF_RANGE',
      reasons: [],
    };
    await desk.inbox.receive(source.event('finance.handoff-returned.v1', refused, fact));
    expect([await state(quoted), await state(refused)]).toEqual(['QUOTED', 'REFUSED']);
  });
});
