import { DomainError, formatYuan, rmbCapitals } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ContractTerms } from '../application/facts.js';
import { Refusals } from '../collect-refusals.js';

// The clauses of a loan contract (合同条款). Seven are mandatory: parties, amount in figures and in capitals, term, rate, repayment method,
// liability on default, rights and duties. They come from a versioned template; a clause written by hand must still say the figures.

export const CLAUSE_KEYS = ['PARTIES', 'AMOUNT', 'TERM', 'RATE', 'REPAYMENT_METHOD', 'DEFAULT_LIABILITY', 'RIGHTS_AND_DUTIES'] as const;
export type ClauseKey = (typeof CLAUSE_KEYS)[number];

export interface ContractClause {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

export interface ClauseFacts {
  readonly lender: string;
  readonly borrower: string;
  readonly terms: ContractTerms;
  readonly startOn: LocalDate;
  readonly purpose: string;
  /** Penalty on overdue principal as a multiple of the contract rate, as the cost sheet shows it. */
  readonly overdueFactor: string;
}

export const TEMPLATE_VERSION = '2026-1';

const TITLES: Readonly<Record<ClauseKey, string>> = {
  PARTIES: '合同双方',
  AMOUNT: '借款金额',
  TERM: '借款期限',
  RATE: '借款利率',
  REPAYMENT_METHOD: '还款方式',
  DEFAULT_LIABILITY: '违约责任',
  RIGHTS_AND_DUTIES: '双方权利与义务',
};

export const METHOD_NAMES: Readonly<Record<string, string>> = {
  EQUAL_INSTALMENT: '等额本息',
  EQUAL_PRINCIPAL: '等额本金',
  INTEREST_ONLY: '按期付息、到期还本',
  BULLET: '到期一次还本付息',
};

/** `0.12` -> `12%`, `0.1075` -> `10.75%`; exact, without floating point. */
export function percentText(rate: string): string {
  const [whole = '0', rest = ''] = rate.split('.');
  const digits = `${whole}${rest.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const tail = rest.slice(2).replace(/0+$/, '');
  return `${digits}${tail ? `.${tail}` : ''}%`;
}

/** What each clause must say, whoever wrote it: figure and capitals agree, and both agree with the terms [4.16]. */
export function mustSay(key: ClauseKey, facts: ClauseFacts): readonly string[] {
  const { terms } = facts;
  const said: Readonly<Record<ClauseKey, readonly string[]>> = {
    PARTIES: [facts.lender, facts.borrower],
    AMOUNT: [formatYuan(terms.amountFen), rmbCapitals(terms.amountFen)],
    TERM: [`${terms.termMonths}个月`],
    RATE: [percentText(terms.annualRate)],
    REPAYMENT_METHOD: [METHOD_NAMES[terms.method] ?? terms.method],
    DEFAULT_LIABILITY: [],
    RIGHTS_AND_DUTIES: [],
  };
  return said[key];
}

/** The seven clauses of the template in force. */
export function templateClauses(facts: ClauseFacts): readonly ContractClause[] {
  const { terms, lender, borrower } = facts;
  const amount = `人民币${formatYuan(terms.amountFen)}元（大写：${rmbCapitals(terms.amountFen)}）`;
  const texts: Readonly<Record<ClauseKey, string>> = {
    PARTIES: `贷款人：${lender}。借款人：${borrower}。`,
    AMOUNT: `借款金额为${amount}。贷款人不从本金中先行扣除利息及任何费用。借款用途：${facts.purpose}，借款人不得改变用途。`,
    TERM: `借款期限为${terms.termMonths}个月，自实际放款之日起算；预计起始日为${facts.startOn}。`,
    RATE: `借款年利率为${percentText(terms.annualRate)}（单利，固定）。综合融资成本以借款人确认的《综合融资成本明示表》为准，除该表所列项目外不收取任何费用。`,
    REPAYMENT_METHOD: `还款方式为${METHOD_NAMES[terms.method] ?? terms.method}，各期应还金额以还款计划为准。`,
    DEFAULT_LIABILITY: `借款人逾期的，对逾期本金按合同利率的${facts.overdueFactor}倍计收罚息，直至清偿；综合成本不超过法律及监管规定的上限。借款人改变用途的，贷款人有权停止发放、提前收回借款。`,
    RIGHTS_AND_DUTIES: `贷款人有权了解借款使用情况，并有义务按约足额发放借款、保护借款人个人信息。借款人有权提前还款、查询还款记录、投诉，并有义务如实提供信息、按约还款、配合贷后检查。`,
  };
  return CLAUSE_KEYS.map((key) => ({ key, title: TITLES[key], text: texts[key] }));
}

/** Refuses each mandatory clause that is missing or empty by its name, and each that contradicts the terms [4.16]. */
export function checkClauses(clauses: readonly ContractClause[], facts: ClauseFacts): void {
  const refusals = new Refusals();
  for (const key of CLAUSE_KEYS) {
    const clause = clauses.find((one) => one.key === key && one.text.trim() !== '');
    if (!clause) {
      refusals.add(new DomainError('CLAUSE_MISSING', { clause: key }, `clauses.${key}`));
      continue;
    }
    const unsaid = mustSay(key, facts).find((words) => !clause.text.includes(words));
    if (unsaid) refusals.add(new DomainError('CLAUSE_CONTRADICTS', { clause: key, mustSay: unsaid }, `clauses.${key}`));
  }
  refusals.done();
}

/** A clause written by hand, with the template's title when it is a mandatory one. */
export function ownClause(key: string, text: string): ContractClause {
  return { key, title: TITLES[key as ClauseKey] ?? '补充约定', text: text.trim() };
}
