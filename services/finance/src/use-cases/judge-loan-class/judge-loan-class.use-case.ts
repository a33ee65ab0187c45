import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { LoanClass } from '../../domain/arrears/loan-class.js';
import { judgeWorse } from '../../domain/loan/judge-class.js';
import { Loans } from '../../persistence/loan.repository.js';
import { LoanPolicies } from '../../persistence/loan-policies.repository.js';
import { LoanJudgements } from './loan-judgements.js';

export interface JudgeLoanClassRequest {
  readonly requestKey?: string | null;
  readonly loanId: string;
  readonly loanClass: LoanClass;
  readonly reason: string;
}

/** A person sees a loan worse than its days say: at once, with the reason; a better class is proposed and decided by two people [7.4]. */
@Injectable()
export class JudgeLoanClass {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loans: Loans,
    private readonly policies: LoanPolicies,
    private readonly judgements: LoanJudgements,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError JUDGEMENT_REASON_MISSING, LOAN_NOT_RUNNING or CLASS_NOT_WORSE. */
  execute(actor: Actor, input: JudgeLoanClassRequest): Promise<string> {
    const { loanId, loanClass, reason } = input;
    return this.work.once({ operation: 'judge-loan-class', actor, input }, async (tx) => {
      if (reason.trim() === '') throw new DomainError('JUDGEMENT_REASON_MISSING', {}, 'reason');
      const loan = await this.loans.get(loanId, tx);
      const today = this.clock.today();
      const judged = judgeWorse(loan, loanClass, today, await this.policies.classesOn(today));
      await this.judgements.save(loan, judged, { cause: 'JUDGEMENT', reason, by: actorRef(actor), idemKey: `class:${newId('ccg')}` }, tx);
      return loan.id;
    });
  }
}
