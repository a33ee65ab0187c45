import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { accountNumber } from '../../../test/builders/account-number.builder.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import type { RegisterPayeeAccountRequest } from './register-payee-account.use-case.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const wanted = (change: Partial<RegisterPayeeAccountRequest> = {}): RegisterPayeeAccountRequest => ({
  customerId: newId('cus'),
  holderName: '欧阳小雨',
  accountNumber: accountNumber(),
  bankCode: '102100099996',
  ...change,
});
const register = (input: RegisterPayeeAccountRequest) => kit.registerPayeeAccount.execute(people.salesperson, input);
const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['payee_accounts', 'request_keys', 'audit_rows', 'outbox'].map((name) => kit.p.database.collection(name).find().toArray()),
    ),
  );

describe('[3.6, 3.7] registering a payee account', () => {
  it('keeps holder and number encrypted, and gives them back to finance only', async () => {
    const input = wanted({ requestKey: newId('key') });
    const id = await register(input);
    const text = await everything();
    expect(text).not.toContain(input.holderName);
    expect(text).not.toContain(input.accountNumber);
    const account = await kit.p.work.run({ actor: people.maker, operation: 'read' }, (tx) => kit.repos.accounts.get(id, tx));
    expect(account).toMatchObject({ holderName: input.holderName, accountNumber: input.accountNumber, maskedHolder: '欧***' });
    expect(account.nameIndex).toBe(kit.p.cipher.blindIndex('name', input.holderName));
  });

  it('is not fooled by a value that was moved to another row', async () => {
    const [one, other] = [await register(wanted()), await register(wanted())];
    const rows = kit.p.database.collection<{ _id: string; accountNumber: string }>('payee_accounts');
    const stolen = await rows.findOne({ _id: one });
    await rows.updateOne({ _id: other }, { $set: { accountNumber: String(stolen?.accountNumber) } });
    await expect(kit.p.work.run({ actor: people.maker, operation: 'read' }, (tx) => kit.repos.accounts.get(other, tx))).rejects.toThrow();
  });

  it('[4.23] tells risk of another account of a customer, not of the first, and nothing of the account', async () => {
    const customerId = newId('cus');
    await register(wanted({ customerId }));
    expect((await sentMessages(kit.p)).filter(({ subject }) => subject === customerId)).toEqual([]);
    const payeeAccountId = await register(wanted({ customerId, accountNumber: accountNumber('880016') }));
    const told = (await sentMessages(kit.p)).filter(({ subject }) => subject === customerId);
    const addedOn = kit.p.clock.today();
    expect(told).toMatchObject([
      { type: 'finance.payee-account-added.v1', data: { customerId, payeeAccountId, accountsBefore: 1, addedOn } },
    ]);
  });

  it('is done once for one key, blanks or not', async () => {
    const input = wanted({ requestKey: newId('key'), accountNumber: '4111 1111 1111 1111' });
    expect(await register(input)).toBe(await register({ ...input, accountNumber: '4111111111111111' }));
  });

  it('the same account of another customer is another registration', async () => {
    const input = wanted();
    expect(await register({ ...input, customerId: newId('cus') })).not.toBe(await register(input));
  });

  it.each<[string, Partial<RegisterPayeeAccountRequest>, string]>([
    ['a wrong check digit', { accountNumber: '4111111111111112' }, 'ACCOUNT_NUMBER_INVALID'],
    ['eleven digits', { accountNumber: '41111111111' }, 'ACCOUNT_NUMBER_INVALID'],
    ['no holder', { holderName: ' ' }, 'HOLDER_NAME_INVALID'],
    ['a wrong bank code', { bankCode: '1' }, 'BANK_CODE_INVALID'],
    ['something that is not a customer', { customerId: newId('emp') }, 'NOT_FOUND'],
  ])('%s is refused', async (_title, change, code) => {
    const before = await kit.p.database.collection('payee_accounts').countDocuments();
    await expect(register(wanted(change))).rejects.toMatchObject({ code });
    expect(await kit.p.database.collection('payee_accounts').countDocuments()).toBe(before);
  });

  it('a second registration of the same account names the first', async () => {
    const input = wanted();
    const accountId = await register(input);
    await expect(register({ ...input, holderName: '另一人' })).rejects.toMatchObject({ code: 'PAYEE_ACCOUNT_EXISTS', data: { accountId } });
  });
});
