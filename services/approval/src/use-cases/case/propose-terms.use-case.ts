import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate, Rate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { EvidenceKind } from '../../domain/case/approval-case.js';
import { proposeTerms } from '../../domain/case/proposal.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';

export interface ConditionRequest {
  readonly text: string;
  /** The salesperson of the loan when left out. */
  readonly ownerId?: string | null;
  readonly dueOn: LocalDate;
  readonly evidenceKind: EvidenceKind;
}

export interface ProposeTermsRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  /** What is left out stays as asked. */
  readonly amountFen?: number | null;
  readonly termMonths?: number | null;
  readonly annualRate?: Rate | null;
  readonly conditions?: readonly ConditionRequest[] | null;
}

/** Puts narrower terms and conditions to the members before they vote; replaces an earlier proposal [4.12, 4.13]. */
@Injectable()
export class ProposeTerms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
  ) {}

  async execute(actor: Actor, input: ProposeTermsRequest): Promise<string> {
    const validityDays = await this.committee.validityDays();
    return this.work.once({ operation: 'propose-terms', actor, input }, async (tx) => {
      const approvalCase = await this.cases.get(input.caseId, tx);
      const { asked, salespersonId } = approvalCase;
      const proposal = {
        amountFen: input.amountFen ?? asked.amountFen,
        termMonths: input.termMonths ?? asked.termMonths,
        annualRate: input.annualRate ?? (asked.annualRate as Rate),
        proposedBy: employeeIdOf(actor),
        conditions: (input.conditions ?? []).map((one) => ({ ...one, conditionId: newId('cnd'), ownerId: one.ownerId ?? salespersonId })),
      };
      await this.cases.save(
        proposeTerms(approvalCase, proposal, this.committee.today(), approvalCase.bands[0]?.validityDays ?? validityDays),
        tx,
      );
      return approvalCase.id;
    });
  }
}
