import type { RefusalCatalogue } from '@weilend/kernel';

// Why a file of the bank, or a line of it, is refused: the table cannot be read, or the money is not what it is said to be.
export const bankErrors = {
  BANK_FILE_INVALID: { rule: 'input', en: 'the bank file cannot be read: {problem}', zh: '银行流水文件无法读取：{problem}' },
  BANK_LINE_INVALID: { rule: 'input', en: 'line {line}: {problem}', zh: '第 {line} 行：{problem}' },
  BANK_ACCOUNT_NAME_INVALID: {
    rule: 'input',
    en: 'name the account that the file is of, in 2 to 40 letters, digits, dots or hyphens',
    zh: '请填写流水所属账户名称（2 至 40 个文字、数字、点或连字符）',
  },
  BANK_LINE_MONEY_OUT: {
    rule: '4.19',
    en: 'money that left the account is no repayment',
    zh: '该流水为支出，不是还款',
  },
  BANK_LINE_LOAN_SETTLED: {
    rule: '4.19',
    en: 'the loan is settled: nothing is repaid on it; set the line aside and pay the money back',
    zh: '贷款已结清，不能入账；请将该流水挂起并退款',
  },
  BANK_LINE_POSTED: {
    rule: '7.3',
    en: 'the line is the repayment {repaymentId}: take that back first',
    zh: '该流水已入账为还款 {repaymentId}：请先冲正',
  },
  SET_ASIDE_REASON_MISSING: {
    rule: '7.3',
    en: 'say in 1 to {most} characters why it is no repayment',
    zh: '请说明不作还款的原因（1 至 {most} 个字符）',
  },
} as const satisfies RefusalCatalogue;
