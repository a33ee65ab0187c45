import { DomainError, refuseAll } from '@weilend/kernel';

// The account that a loan is paid to (收款账户). A wrong digit sends money to a stranger, so the number must pass the check digit
// of bank cards (Luhn) before it is kept, and the bank is named by its clearing number (联行号). That the account is the
// borrower's own is judged at payment, by name.

export interface PayeeDetails {
  readonly holderName: string;
  readonly accountNumber: string;
  readonly bankCode: string;
}

const NUMBER = /^\d{12,19}$/;
const BANK_CODE = /^\d{12}$/;
const LONGEST_NAME = 100;

/** Details without blanks between digits; throws DomainErrors naming every wrong field [3.6]. */
export function checkPayee(details: PayeeDetails): PayeeDetails {
  const accountNumber = details.accountNumber.replace(/[\s-]/g, '');
  const holderName = details.holderName.trim();
  const found: DomainError[] = [];
  if (holderName === '' || holderName.length > LONGEST_NAME) found.push(new DomainError('HOLDER_NAME_INVALID', {}, 'holderName'));
  if (!isAccountNumber(accountNumber)) found.push(new DomainError('ACCOUNT_NUMBER_INVALID', {}, 'accountNumber'));
  if (!BANK_CODE.test(details.bankCode)) found.push(new DomainError('BANK_CODE_INVALID', {}, 'bankCode'));
  refuseAll(found);
  return { holderName, accountNumber, bankCode: details.bankCode };
}

/** 12 to 19 digits, not all zero, whose Luhn sum is a multiple of ten. */
export function isAccountNumber(text: string): boolean {
  return NUMBER.test(text) && !/^0+$/.test(text) && luhnSum(text) % 10 === 0;
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, character, index) => {
    const digit = Number(character);
    if (index % 2 === 0) return sum + digit;
    return sum + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
}
