import { FieldCipher, maskAccount, maskName } from '@weilend/auth';
import { newId } from '@weilend/kernel';
import { isMoneyOut } from '../../domain/bank/bank-line.js';
import type { BankLine } from '../../domain/bank/bank-line.js';
import { bankLineMachine } from '../../domain/bank/bank-line.machine.js';
import { referencesIn } from '../../domain/bank/read-statement.js';
import type { StatementLine } from '../../domain/bank/read-statement.js';

/** Lines of a file as they are kept: searched by blind index, shown masked. Money that left the account is no repayment and is set aside at once. */
export function makeLines(of: { statementId: string; channel: string }, lines: readonly StatementLine[], cipher: FieldCipher): BankLine[] {
  return lines.map((line) => ({
    ...line,
    ...of,
    id: newId('bln'),
    version: 0,
    maskedPayer: line.payerName && maskName(line.payerName),
    maskedAccount: line.payerAccount && maskAccount(line.payerAccount),
    nameIndex: line.payerName ? cipher.blindIndex('name', line.payerName) : null,
    // An account of which the bank hides digits is nobody's.
    accountIndex: /^[0-9A-Za-z]+$/.test(line.payerAccount) ? cipher.blindIndex('account', line.payerAccount) : null,
    references: referencesIn(line.remark),
    ...firstState(line),
    ...{ candidates: [], matchedBy: null, loanId: null, repaymentId: null, attempt: 1, failures: 0, decidedBy: null, decidedAt: null },
  }));
}

function firstState(line: StatementLine): Pick<BankLine, 'state' | 'reason'> {
  const { initial } = bankLineMachine;
  return isMoneyOut(line) ? { state: bankLineMachine.next(initial, 'setAside'), reason: 'MONEY_OUT' } : { state: initial, reason: null };
}
