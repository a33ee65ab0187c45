import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId, parseLocalDate, parseRate } from '@weilend/kernel';
import { handoffRows, MessageSource, seedParameters, sentMessages } from '@weilend/testing';
import { anOffer, byRate } from '../../domain/product/product.builder.js';
import type { ProductOffer } from '../../domain/product/product.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const today = () => kit.p.clock.today();
const publish = (change: Partial<ProductOffer> = {}, code = newId('cod')) =>
  kit.publishProduct.execute(people.checker, { ...anOffer({ effectiveFrom: today(), ...change }), code });
const asked = async (change: Partial<HandoffData<'issue-quote'>> = {}): Promise<HandoffData<'issue-quote'>> => ({
  proposalId: newId('prp'),
  enquiryId: newId('enq'),
  productId: change.productId ?? (await publish()),
  amountFen: 50_000_00,
  termMonths: 12,
  methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY', 'BULLET'],
  startOn: today(),
  ...change,
});
const receive = (data: HandoffData<'issue-quote'>, source = new MessageSource()) =>
  kit.inbox.receive(source.handoff('issue-quote', 'sales', { subject: data.proposalId, data }));
const about = async (subject: string) => (await sentMessages(kit.p)).filter((one) => one.subject === subject);
const handoffsOf = async (subject: string) => (await handoffRows(kit.p)).filter((row) => row.subject === subject);
const quotesOf = (proposalId: string) => kit.p.database.collection('quotes').find({ proposalId, current: true }).toArray();

describe('[4.3] quotes for a proposal, by machine', () => {
  it('are stored, announced and complete the handoff', async () => {
    const data = await asked();
    await receive(data);
    const [told, completed] = await about(data.proposalId);
    expect(told).toMatchObject({
      type: 'finance.quote-issued.v1',
      data: {
        quotes: [
          { method: 'EQUAL_INSTALMENT', firstInstalmentFen: 4442_44, withinCap: true },
          { method: 'INTEREST_ONLY', totalInterestFen: 6000_00 },
        ],
      },
    });
    expect(completed).toMatchObject({ type: 'finance.handoff-completed.v1', data: { result: { quotes: 2 } } });
    expect(await quotesOf(data.proposalId)).toHaveLength(2);
  });

  it('are made by the price in force on the start day', async () => {
    const code = newId('cod');
    const productId = await publish({}, code);
    await publish({ annualRate: parseRate('0.1'), effectiveFrom: parseLocalDate('2099-01-01') }, code);
    const [now, then] = [await asked({ productId }), await asked({ productId, startOn: '2099-01-01' })];
    await receive(now);
    await receive(then);
    const rates = await Promise.all([now, then].map(async ({ proposalId }) => (await quotesOf(proposalId))[0]?.['annualRate']));
    expect(rates).toEqual(['0.12', '0.1']);
  });

  it('are replaced by those of a later request', async () => {
    const source = new MessageSource();
    const data = await asked();
    await receive(data, source);
    await receive({ ...data, methods: ['INTEREST_ONLY'] }, source);
    expect((await quotesOf(data.proposalId)).map((quote) => quote['method'])).toEqual(['INTEREST_ONLY']);
    expect(await kit.p.database.collection('quotes').countDocuments({ proposalId: data.proposalId })).toBe(3);
  });

  it('say when the annual cost with fees is above the cap of the day', async () => {
    const data = await asked({ productId: await publish({ fees: [byRate], minTermMonths: 12, minAmountFen: 50_000_00 }) });
    await seedParameters(kit.p, { 'rate.hard-cap': '0.15' });
    await receive(data);
    await seedParameters(kit.p);
    const quoted = (await about(data.proposalId))[0]?.data['quotes'] as { withinCap: boolean }[];
    expect(quoted.map((quote) => quote.withinCap)).toEqual([false, false]);
  });

  it.each<[string, Partial<HandoffData<'issue-quote'>>, string]>([
    ['an unknown product', { productId: newId('prd') }, 'NOT_FOUND'],
    ['an amount above the limit', { amountFen: 500_000_01 }, 'AMOUNT_OUT_OF_RANGE'],
    ['a term beyond the limit', { termMonths: 37 }, 'TERM_OUT_OF_RANGE'],
    ['a method that is not offered', { methods: ['BULLET'] }, 'METHOD_NOT_OFFERED'],
    ['a day before the product was sold', { startOn: '2020-01-01' }, 'PRODUCT_NOT_IN_FORCE'],
    ['a day that does not exist', { startOn: '2026-02-30' }, 'DATE_INVALID'],
  ])('%s is returned and nothing is quoted', async (_title, change, code) => {
    const data = await asked(change);
    await receive(data);
    expect((await handoffsOf(data.proposalId)).map((row) => [row.state, row.outcome?.['code']])).toEqual([['returned', code]]);
    expect(await quotesOf(data.proposalId)).toEqual([]);
  });
});
