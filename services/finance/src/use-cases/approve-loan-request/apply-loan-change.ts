import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, refuseAll } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { changeProblems } from '../../domain/loan-request/loan-request.js';
import type { LoanRequest } from '../../domain/loan-request/loan-request.js';
import { classOn, judgeBetter } from '../../domain/loan/judge-class.js';
import type { Loan } from '../../domain/loan/loan.js';
import { restructureLoan } from '../../domain/loan/restructure.js';
import { writeOffLoan } from '../../domain/loan/write-off.js';
import { LoanBooks } from '../loan-books.js';
import { LoanPolicies } from '../../persistence/loan-policies.repository.js';
import { LoanJudgements } from '../judge-loan-class/loan-judgements.js';
import { ScheduleHistory } from '../schedule-history.js';

/** What an approved request does to its loan: schedule, books and class in one transaction [7.4]. */
@Injectable()
export class ApplyLoanChange {
  constructor(
    private readonly policies: LoanPolicies,
    private readonly history: ScheduleHistory,
    private readonly judgements: LoanJudgements,
    private readonly books: LoanBooks,
    private readonly clock: BusinessClock,
  ) {}

  /** The loan after it; throws what speaks against the change today. */
  async apply(actor: Actor, loan: Loan, request: LoanRequest, tx: Tx): Promise<Loan> {
    const today = this.clock.today();
    const { change } = request;
    const policy = await this.policies.changesOn(today);
    refuseAll(changeProblems(loan, change, today, policy));
    const idemKey = `request:${request.id}`;
    if (change.kind === 'CLASS_UPGRADE') {
      const judged = judgeBetter(loan, change.loanClass, today, policy.classes);
      const facts = { cause: 'UPGRADE' as const, reason: request.reason, by: actorRef(actor), idemKey };
      return this.judgements.save(loan, judged, facts, tx);
    }
    if (change.kind === 'WRITE_OFF') {
      return this.books.changed(loan, writeOffLoan(loan, today), { kind: 'WRITE_OFF', idemKey }, tx);
    }
    const { loanClass } = loan;
    const asOfToday = { ...loan, loanClass: classOn(loan, today, policy.classes) };
    // The class itself is set, and told, by tonight's day end.
    const restructured = { ...restructureLoan(asOfToday, today, change.terms, policy.restructure), loanClass };
    const made = { cause: 'RESTRUCTURE' as const, effectiveOn: today, restructure: { terms: change.terms, policy: policy.restructure } };
    return this.books.changed(loan, await this.history.noted(loan, restructured, made, tx), { kind: 'RESTRUCTURE', idemKey }, tx);
  }
}
