import { describe, expect, it } from '@jest/globals';
import { DomainErrors } from '@weilend/kernel';
import { checkPayee, isAccountNumber } from './account-number.js';

const good = { holderName: '张三', accountNumber: '4111111111111111', bankCode: '102100099996' };
// Published test numbers of card schemes.
const valid = ['4111111111111111', '5500005555555559', '378282246310005', '6011111111111117'];

describe('[3.6] the account number', () => {
  it.each(valid)('%s passes the check digit', (number) => expect(isAccountNumber(number)).toBe(true));

  it.each([
    ['one digit wrong', '4111111111111112'],
    ['two neighbours swapped', '5050005555555559'],
    ['too short', '79927398713'],
    ['too long', '41111111111111111111'],
    ['a letter in it', '411111111111111A'],
    ['full-width digits', '４１１１１１１１１１１１１１１１'],
    ['empty', ''],
    ['all zero', '0000000000000000'],
    ['a sign', '-4111111111111111'],
  ])('%s is refused', (_title, number) => expect(isAccountNumber(number)).toBe(false));
});

describe('[3.6] the payee', () => {
  it('is kept without blanks', () => {
    const kept = checkPayee({ holderName: ' 张三 ', accountNumber: '4111 1111-1111 1111', bankCode: good.bankCode });
    expect(kept).toEqual({ holderName: '张三', accountNumber: '4111111111111111', bankCode: good.bankCode });
  });

  it.each([
    ['HOLDER_NAME_INVALID', { holderName: '  ' }],
    ['HOLDER_NAME_INVALID', { holderName: '张'.repeat(101) }],
    ['ACCOUNT_NUMBER_INVALID', { accountNumber: '4111111111111112' }],
    ['BANK_CODE_INVALID', { bankCode: '10210009999' }],
    ['BANK_CODE_INVALID', { bankCode: 'ICBKCNBJXXX1' }],
  ])('is refused with %s', (code, change) => {
    expect(() => checkPayee({ ...good, ...change })).toThrow(code);
  });

  it('is told every mistake at once', () => {
    const act = (): unknown => checkPayee({ holderName: '', accountNumber: '1', bankCode: '2' });
    expect(act).toThrow(DomainErrors);
    try {
      act();
    } catch (error) {
      expect((error as DomainErrors).all.map((one) => one.field)).toEqual(['holderName', 'accountNumber', 'bankCode']);
    }
  });
});
