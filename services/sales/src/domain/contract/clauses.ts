import { DomainError, formatYuan, rmbCapitals } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ContractTerms } from '../application/facts.js';
import { Refusals } from '../collect-refusals.js';

// The clauses of a loan contract (合同条款). Seven are mandatory by law: parties, amount in figures and in capitals, term, rate, repayment
// method, liability on default, rights and duties; the template in force may ask for more. A clause written by hand must still say the figures.

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

const METHOD_NAMES: Readonly<Record<string, string>> = {
  EQUAL_INSTALMENT: '等额本息',
  EQUAL_PRINCIPAL: '等额本金',
  INTEREST_ONLY: '按期付息、到期还本',
  BULLET: '到期一次还本付息',
};

export function methodName(method: string): string {
  return METHOD_NAMES[method] ?? method;
}

/** `0.12` -> `12%`, `0.1075` -> `10.75%`; exact, without floating point. */
export function percentText(rate: string): string {
  const [whole = '0', rest = ''] = rate.split('.');
  const digits = `${whole}${rest.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const tail = rest.slice(2).replace(/0+$/, '');
  return `${digits}${tail ? `.${tail}` : ''}%`;
}

/** What each clause must say, whoever wrote it: figure and capitals agree, and both agree with the terms [4.16]. */
export function mustSay(key: string, facts: ClauseFacts): readonly string[] {
  const { terms } = facts;
  const said: Readonly<Record<ClauseKey, readonly string[]>> = {
    PARTIES: [facts.lender, facts.borrower],
    AMOUNT: [formatYuan(terms.amountFen), rmbCapitals(terms.amountFen)],
    TERM: [`${terms.termMonths}个月`],
    RATE: [percentText(terms.annualRate)],
    REPAYMENT_METHOD: [methodName(terms.method)],
    DEFAULT_LIABILITY: [],
    RIGHTS_AND_DUTIES: [],
  };
  return said[key as ClauseKey] ?? [];
}

/** Refuses each mandatory clause that is missing or empty by its name, and each that contradicts the terms [4.16]. */
export function checkClauses(clauses: readonly ContractClause[], facts: ClauseFacts, mandatory: readonly string[] = CLAUSE_KEYS): void {
  const refusals = new Refusals();
  for (const key of mandatory) {
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

/** A clause written by hand, with the title that the template gives it. */
export function ownClause(
  key: string,
  text: string,
  sections: readonly { readonly key: string; readonly title: string }[],
): ContractClause {
  return { key, title: sections.find((section) => section.key === key)?.title ?? '补充约定', text: text.trim() };
}
