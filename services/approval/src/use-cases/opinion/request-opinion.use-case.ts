import { Injectable } from '@nestjs/common';
import type { ParameterKey } from '@weilend/contracts';
import { addWorkingTime, businessDateOf, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { askOpinion, questionFor } from '../../domain/case/opinion.js';
import type { OpinionGiver } from '../../domain/case/opinion.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';

/** One handoff for each department that may be asked. */
export const OPINION_WORK = {
  risk: 'give-risk-opinion',
  finance: 'give-finance-opinion',
  compliance: 'give-legal-opinion',
} as const satisfies Record<OpinionGiver, string>;

export interface RequestOpinionRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  readonly department: OpinionGiver;
  readonly question: string;
}

/** Asks a department what it thinks of an application; due within its parameter deadline.give-…-opinion [8.5]. */
@Injectable()
export class RequestOpinion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly parameters: Parameters,
    private readonly handoffs: Handoffs,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: RequestOpinionRequest): Promise<string> {
    return this.work.once({ operation: 'request-opinion', actor, input }, async (tx) => {
      const { department } = input;
      const approvalCase = await this.cases.get(input.caseId, tx);
      const { id: caseId, applicationId, participants } = approvalCase;
      const [question, askedAt, work] = [questionFor(input.question), this.committee.now(), OPINION_WORK[department]];
      const dueAt = await this.dueAt(`deadline.${work}`, askedAt);
      const data = { applicationId, participants: [...participants], caseId, question, dueAt: dueAt.toISOString() };
      const handoffId = await this.handoffs.send(work, { subject: applicationId, data }, tx);
      const opinion = { department, handoffId, question, askedBy: employeeIdOf(actor), askedAt, dueAt, answer: null };
      await this.cases.save(askOpinion(approvalCase, opinion), tx);
      return caseId;
    });
  }

  private async dueAt(key: ParameterKey, from: Date): Promise<Date> {
    const on = businessDateOf(from);
    return addWorkingTime(await this.parameters.calendar(on), from, await this.parameters.duration(key, on));
  }
}
