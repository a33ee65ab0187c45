import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId, parseRate } from '@weilend/kernel';
import { seedParameters, sentMessages } from '@weilend/testing';
import { anOffer } from '../../domain/product/product.builder.js';
import type { PublishProductRequest } from './publish-product.use-case.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const publish = (code: string, change: Partial<PublishProductRequest> = {}, requestKey: string | null = null) =>
  kit.publishProduct.execute(people.checker, { ...anOffer({ effectiveFrom: kit.p.clock.today() }), ...change, code, requestKey });
const stored = (code: string) => kit.p.database.collection('products').findOne({ code });
const told = async (productId: string) => (await sentMessages(kit.p)).filter((one) => one.subject === productId).map((one) => one.data);

describe('[4.1, 7.10] publishing a product', () => {
  it('tells sales, risk and approval its price, limits and fees', async () => {
    const code = newId('cod');
    const id = await publish(code);
    expect(await told(id)).toMatchObject([{ productId: id, code, version: 1, annualRate: '0.12', minAmountFen: 1_000_00, fees: [] }]);
  });

  it('adds a version under the same id and keeps the old one', async () => {
    const code = newId('cod');
    const id = await publish(code);
    const later = addDays(kit.p.clock.today(), 1);
    expect(await publish(code, { annualRate: parseRate('0.11'), effectiveFrom: later })).toBe(id);
    expect((await stored(code))?.['versions']).toMatchObject([
      { no: 1, annualRate: '0.12' },
      { no: 2, annualRate: '0.11' },
    ]);
    expect((await told(id)).map((data) => data['version'])).toEqual([1, 2]);
  });

  it('is done once for one key', async () => {
    const [code, key] = [newId('cod'), newId('key')];
    expect(await publish(code, {}, key)).toBe(await publish(code, {}, key));
    await expect(publish(code, { name: '别的' }, key)).rejects.toMatchObject({ code: 'REQUEST_KEY_REUSED' });
  });

  it.each<[string, Partial<PublishProductRequest>, string]>([
    ['24 % nominal', { annualRate: parseRate('0.24') }, 'RATE_ABOVE_CAP'],
    ['no method', { methods: [] }, 'PRODUCT_DRAFT_INVALID'],
    ['crossed limits', { maxAmountFen: 1 }, 'PRODUCT_DRAFT_INVALID'],
    ['an unnamed fee', { fees: [{ code: 'X', name: '', kind: 'FIXED', amountFen: 1, rate: null, payee: 'x' }] }, 'FEE_LIST_INVALID'],
    ['four days of grace', { graceDays: 4 }, 'PRODUCT_DRAFT_INVALID'],
    ['a penalty factor of 1.6', { penaltyFactor: parseRate('1.6') }, 'PRODUCT_DRAFT_INVALID'],
    ['principal before interest', { allocationOrder: ['FEES', 'PENALTY', 'PRINCIPAL', 'INTEREST'] }, 'PRODUCT_DRAFT_INVALID'],
    ['an early-repayment fee above the ceiling', { earlyRepaymentFeeRate: parseRate('0.02') }, 'RATE_ABOVE_CAP'],
    ['a date in the past', { effectiveFrom: addDays(anOffer().effectiveFrom, -3_000) }, 'PRODUCT_DATE_PAST'],
  ])('%s is refused, written down and tells nobody', async (_title, change, code) => {
    const product = newId('cod');
    const before = (await sentMessages(kit.p)).length;
    await expect(publish(product, change)).rejects.toMatchObject({ code });
    expect([await stored(product), (await sentMessages(kit.p)).length]).toEqual([null, before]);
  });

  it('on the day of another version is refused', async () => {
    const code = newId('cod');
    await publish(code);
    await expect(publish(code)).rejects.toMatchObject({ code: 'PRODUCT_DATE_TAKEN' });
    expect((await stored(code))?.['versions']).toHaveLength(1);
  });

  it('keeps the rules for the time after the payout; a factor that is not said is the parameter in force', async () => {
    const code = newId('cod');
    const servicing = { holidayRule: 'FOLLOWING', graceDays: 2, earlyRepaymentFeeRate: parseRate('0.005') } as const;
    await publish(code, { ...servicing, penaltyFactor: null, allocationOrder: ['FEES', 'INTEREST', 'PRINCIPAL', 'PENALTY'] });
    const kept = { ...servicing, penaltyFactor: '1.5', allocationOrder: ['FEES', 'INTEREST', 'PRINCIPAL', 'PENALTY'] };
    expect((await stored(code))?.['versions']).toMatchObject([kept]);
    expect(await told(String((await stored(code))?._id))).toMatchObject([{ penaltyFactor: '1.5' }]);
    await seedParameters(kit.p, { 'penalty.overdue-factor': '1.4', 'penalty.overdue-factor-most': '1.4' });
    const later = newId('cod');
    await publish(later, { penaltyFactor: null });
    expect((await stored(later))?.['versions']).toMatchObject([{ penaltyFactor: '1.4', graceDays: 0 }]);
    await expect(publish(newId('cod'))).rejects.toMatchObject({ code: 'PRODUCT_DRAFT_INVALID' });
    await seedParameters(kit.p);
  });

  it('[1.2] follows the cap that is in force', async () => {
    await seedParameters(kit.p, { 'rate.hard-cap': '0.12' });
    await expect(publish(newId('cod'))).rejects.toMatchObject({ code: 'RATE_ABOVE_CAP' });
    await seedParameters(kit.p, { 'rate.hard-cap': '0.27' });
    await publish(newId('cod'), { annualRate: parseRate('0.24') });
    await seedParameters(kit.p);
  });
});
