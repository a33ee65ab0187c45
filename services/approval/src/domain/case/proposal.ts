// Before the vote the secretary or the chair may put narrower terms to the members: less money, a shorter term, a lower rate, and conditions to
// be met before signing. Nothing may be higher than the customer asked for, and once a vote is cast the terms it was cast on stay [4.12, 4.13].
import { addDays, compareRates, DomainError, formatYuan, refuseAll } from '@weilend/kernel';
import type { LocalDate, Rate } from '@weilend/kernel';
import type { ApprovalCase, LoanTerms, ProposedCondition } from './approval-case.js';
import { caseMachine } from './case.machine.js';

export interface ProposalInput {
  readonly amountFen: number;
  readonly termMonths: number;
  readonly annualRate: Rate;
  readonly conditions: readonly ProposedCondition[];
  readonly proposedBy: string;
}

/** A condition must be settled while the approval is in force. Throws ILLEGAL_TRANSITION, VOTING_STARTED, TERMS_HIGHER_THAN_ASKED, CONDITION_INVALID or CONDITION_DUE_DATE. */
export function proposeTerms<C extends ApprovalCase>(approvalCase: C, input: ProposalInput, today: LocalDate, validityDays: number): C {
  const state = caseMachine.next(approvalCase.state, 'propose');
  if (approvalCase.votes.length > 0) throw new DomainError('VOTING_STARTED');
  const terms: LoanTerms = {
    ...approvalCase.asked,
    amountFen: input.amountFen,
    termMonths: input.termMonths,
    annualRate: input.annualRate,
  };
  const until = addDays(today, validityDays);
  refuseAll([
    ...higherThan(approvalCase.asked, terms),
    ...input.conditions.flatMap((one, index) => faultsOf(one, index, { from: today, to: until })),
  ]);
  return { ...approvalCase, state, proposal: { terms, conditions: input.conditions, proposedBy: input.proposedBy } };
}

function higherThan(asked: LoanTerms, terms: LoanTerms): DomainError[] {
  const found: DomainError[] = [];
  const refuse = (field: string, data: { what: string; value: string | number; asked: string | number }): void => {
    found.push(new DomainError('TERMS_HIGHER_THAN_ASKED', data, field));
  };
  if (terms.amountFen > asked.amountFen || terms.amountFen <= 0) {
    refuse('amount', { what: 'amount', value: formatYuan(terms.amountFen), asked: formatYuan(asked.amountFen) });
  }
  if (terms.termMonths > asked.termMonths || terms.termMonths < 1 || !Number.isSafeInteger(terms.termMonths)) {
    refuse('termMonths', { what: 'term in months', value: terms.termMonths, asked: asked.termMonths });
  }
  if (compareRates(terms.annualRate as Rate, asked.annualRate as Rate) > 0) {
    refuse('annualRate', { what: 'annual rate', value: terms.annualRate, asked: asked.annualRate });
  }
  return found;
}

function faultsOf(condition: ProposedCondition, index: number, due: { from: LocalDate; to: LocalDate }): DomainError[] {
  const found: DomainError[] = [];
  if (condition.text.trim() === '') found.push(new DomainError('CONDITION_INVALID', { what: 'a text' }, `conditions.${index}.text`));
  if (condition.ownerId === '') found.push(new DomainError('CONDITION_INVALID', { what: 'an owner' }, `conditions.${index}.ownerId`));
  if (condition.dueOn < due.from || condition.dueOn > due.to)
    found.push(new DomainError('CONDITION_DUE_DATE', due, `conditions.${index}.dueOn`));
  return found;
}
