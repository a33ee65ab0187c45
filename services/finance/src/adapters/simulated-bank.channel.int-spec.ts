import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { accountNumber } from '../../test/builders/account-number.builder.js';
import { financeKit } from '../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../test/builders/finance-kit.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const request = (suffix?: string) => ({
  requestId: newId('dis'),
  amountFen: 100,
  holderName: '张三',
  accountNumber: accountNumber(suffix),
  bankCode: '102100099996',
  remark: '',
});

describe('the simulated bank', () => {
  it.each([
    ['123456', ['PAID', 'PAID', 'PAID']],
    ['999001', ['UNKNOWN', 'UNKNOWN', 'PAID']],
    ['999002', ['REFUSED', 'REFUSED', 'REFUSED']],
    ['999003', ['UNKNOWN', 'NOT_FOUND', 'NOT_FOUND']],
    ['999004', ['UNKNOWN', 'REFUSED', 'REFUSED']],
  ])('an account …%s answers to a payment and two questions: %j', async (suffix, expected) => {
    const one = request(suffix);
    const answers = [
      (await kit.bank.pay(one)).kind,
      (await kit.bank.query(one.requestId)).kind,
      (await kit.bank.query(one.requestId)).kind,
    ];
    expect(answers).toEqual(expected);
  });

  it('pays a request id once and gives the same answer for ever', async () => {
    const one = request();
    const answers = await Promise.all([kit.bank.pay(one), kit.bank.pay(one), kit.bank.pay(one)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await kit.p.database.collection<{ _id: string }>('bank_requests').countDocuments({ _id: one.requestId, paid: true })).toBe(1);
  });

  it('refuses a request id that comes with another amount', async () => {
    const one = request();
    await kit.bank.pay(one);
    expect(await kit.bank.pay({ ...one, amountFen: 200 })).toMatchObject({ kind: 'REFUSED' });
  });

  it('does not know what it never saw', async () => expect(await kit.bank.query(newId('dis'))).toEqual({ kind: 'NOT_FOUND' }));

  it('keeps nothing personal', async () => {
    const one = request();
    await kit.bank.pay(one);
    expect(JSON.stringify(await kit.p.database.collection('bank_requests').find().toArray())).not.toContain(one.accountNumber.slice(0, 10));
  });
});
