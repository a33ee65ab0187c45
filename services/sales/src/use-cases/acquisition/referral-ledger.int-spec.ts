import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Intake } from '../../../test/builders/intake.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story, TERMS } from '../../../test/builders/story.builder.js';
import type { ReferralCredit } from '../../domain/acquisition/referral.js';
import { draftApplication } from '../../domain/application/application.js';
import { ReferralCredits } from '../../persistence/acquisition/referral.repository.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { ReferralQueries } from '../../queries/acquisition/referral.queries.js';
import { BarReferrer } from './bar-referrer.use-case.js';
import { RedeemReferral } from './redeem-referral.use-case.js';

let desk: SalesDesk;
let intake: Intake;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
  story = new Story(desk);
});

afterAll(() => desk.stop());

interface Referred {
  readonly referrerId: string;
  readonly customerId: string;
}

async function referred(referrerId: string | null = null): Promise<Referred> {
  const by = referrerId ?? (await intake.customer(null));
  const customerId = await intake.customer(await intake.lead({ channel: 'REFERRAL', referrerId: by }));
  return { referrerId: by, customerId };
}

/** Another application of the customer, so far a draft. */
async function application(customerId: string): Promise<{ applicationId: string; loan: Loan }> {
  const { annualRate: _price, ...asked } = TERMS;
  const about = { id: newId('app'), customerId, customerType: 'INDIVIDUAL' as const, salespersonId: desk.seller.employeeId };
  const ask = { ...asked, purpose: 'EQUIPMENT', purposeNote: null };
  const draft = draftApplication({ ...about, enquiryId: null, proposalId: null, ask, createdAt: desk.platform.clock.now() });
  await story.write((tx) => desk.get(Applications).insert(draft, tx));
  const loan = {
    ...{ loanId: newId('lon'), disbursementId: newId('dis'), contractId: newId('con'), applicationId: draft.id, customerId },
    salespersonId: desk.seller.employeeId,
  };
  return { applicationId: draft.id, loan };
}

type Loan = { readonly loanId: string; readonly disbursementId: string; readonly contractId: string; readonly applicationId: string } & {
  readonly customerId: string;
  readonly salespersonId: string;
};

function payout(loan: Loan) {
  const data = { ...loan, ...TERMS, disbursedOn: '2026-11-20', firstDueOn: '2026-12-20', firstLoanOfCustomer: true };
  return desk.source.event('finance.loan-disbursed.v1', loan.applicationId, data);
}

function reversal(loan: Loan) {
  const data = { ...loan, amountFen: TERMS.amountFen, cause: 'BANK_RETURNED' as const, reversedOn: '2026-11-21' };
  return desk.source.event('finance.disbursement-reversed.v1', loan.applicationId, data);
}

async function paidOut(customerId: string): Promise<Loan> {
  const { loan } = await application(customerId);
  await desk.inbox.receive(payout(loan));
  return loan;
}

const credit = (customerId: string): Promise<ReferralCredit | null> =>
  story.read((tx) => desk.get(ReferralCredits).forCustomer(customerId, tx));

describe('[3.3] credit for a referral', () => {
  test('is earned when the first loan is paid out, once, however often it is told and however many loans follow', async () => {
    const { referrerId, customerId } = await referred();
    const { loan } = await application(customerId);
    expect(await credit(customerId)).toBeNull();
    const message = payout(loan);
    await desk.inbox.receive(message);
    await desk.inbox.receive(message);
    await desk.inbox.receive(payout(loan));
    await paidOut(customerId);
    const rows = await desk.platform.database.collection('referral_credits').find({ customerId }).toArray();
    expect(rows).toHaveLength(1);
    expect(await credit(customerId)).toMatchObject({
      referrerId,
      state: 'earned',
      kind: 'POINTS',
      amount: 100,
      earnedOn: '2026-11-20',
      steps: [{ event: 'earn', loanId: loan.loanId }],
    });
  });

  test('is taken back with the payment, and earned again by the next one', async () => {
    const { customerId } = await referred();
    const loan = await paidOut(customerId);
    await desk.inbox.receive(reversal(loan));
    await desk.inbox.receive(reversal(loan));
    expect(await credit(customerId)).toMatchObject({ state: 'taken-back', steps: [{ event: 'earn' }, { event: 'take-back' }] });
    await paidOut(customerId);
    expect((await credit(customerId))?.state).toBe('earned');
  });

  test('stays while another loan stands, and is not earned by a payment that was taken back already', async () => {
    const { customerId } = await referred();
    const [first] = [await paidOut(customerId), await paidOut(customerId)];
    await desk.inbox.receive(reversal(first));
    expect((await credit(customerId))?.state).toBe('earned');
    const other = await referred();
    const { loan } = await application(other.customerId);
    await desk.inbox.receive(reversal(loan));
    await desk.inbox.receive(payout(loan));
    expect(await credit(other.customerId)).toBeNull();
  });

  test('that was redeemed is owed back after the payment was taken back, until it is settled', async () => {
    const { customerId } = await referred();
    const loan = await paidOut(customerId);
    const creditId = (await credit(customerId))?.id ?? '';
    const act = desk.get(RedeemReferral);
    expect(await codesOf(act.settle(desk.manager, { creditId, note: '无需结清' }))).toEqual(['ILLEGAL_TRANSITION']);
    await act.execute(desk.manager, { creditId, note: '兑换话费券' });
    expect(await codesOf(act.execute(desk.manager, { creditId, note: '兑换话费券' }))).toEqual(['ILLEGAL_TRANSITION']);
    await desk.inbox.receive(reversal(loan));
    expect((await credit(customerId))?.state).toBe('owed-back');
    await act.settle(desk.manager, { creditId, note: '下次奖励抵扣' });
    expect(await credit(customerId)).toMatchObject({
      state: 'taken-back',
      steps: [{}, { note: '兑换话费券' }, {}, { note: '下次奖励抵扣' }],
    });
  });

  test('is worth what the parameter said on the day', async () => {
    await seedParameters(desk.platform, { 'referral.reward': '{"kind":"COUPON","amount":2}' });
    const { customerId } = await referred();
    await paidOut(customerId);
    expect(await credit(customerId)).toMatchObject({ kind: 'COUPON', amount: 2 });
  });
});

describe('[3.3] nobody earns', () => {
  test('for himself, as a person or as his own business', async () => {
    const { referrerId, customerId } = await referred();
    await story.write(async (tx) => {
      const [referrer, customer] = [await desk.get(Customers).get(referrerId, tx), await desk.get(Customers).get(customerId, tx)];
      const business = { type: 'MICRO_ENTERPRISE' as const, creditCode: '91350100M000100Y43', representativeName: '王小明' };
      await desk.get(Customers).save({ ...customer, ...business, residentId: referrer.residentId }, tx);
    });
    await paidOut(customerId);
    expect(await credit(customerId)).toBeNull();
  });

  test('who has the number of the prospect', async () => {
    const referrerId = await intake.customer(null);
    const { phone } = await story.read((tx) => desk.get(Customers).get(referrerId, tx));
    expect(await codesOf(intake.lead({ channel: 'REFERRAL', referrerId, phone }))).toEqual(['REFERRER_IS_SELF']);
  });

  test('who is barred, such as a salesperson who borrows himself', async () => {
    const { referrerId, customerId } = await referred();
    const bar = () => desk.get(BarReferrer).execute(desk.manager, { customerId: referrerId, reason: '本公司销售人员' });
    await bar();
    await paidOut(customerId);
    expect(await credit(customerId)).toBeNull();
    expect(await codesOf(bar())).toEqual(['REFERRER_BARRED']);
  });

  test('for a customer who came another way', async () => {
    const customerId = await intake.customer(await intake.lead());
    await paidOut(customerId);
    expect(await credit(customerId)).toBeNull();
  });
});

test('[3.3, 3.7] credit is listed by customer; a salesperson sees what his own customers earned', async () => {
  const queries = new ReferralQueries(desk.platform.database);
  const { referrerId, customerId } = await referred();
  await paidOut(customerId);
  const second = await referred(referrerId);
  await paidOut(second.customerId);
  const sent = async (as: typeof desk.seller) => (await queries.list({ referrerId }, as)).nodes.map((one) => one.customerId);
  expect(await sent(desk.manager)).toEqual([second.customerId, customerId]);
  expect(await sent(desk.seller)).toEqual([second.customerId, customerId]);
  await story.write(async (tx) => {
    const referrer = await desk.get(Customers).get(referrerId, tx);
    await desk.get(Customers).save({ ...referrer, ownerId: newId('emp'), registeredOn: '2026-11-02' as LocalDate }, tx);
  });
  expect(await sent(desk.seller)).toEqual([]);
  expect((await queries.list({ state: 'redeemed' }, desk.manager)).nodes).toEqual([]);
});
