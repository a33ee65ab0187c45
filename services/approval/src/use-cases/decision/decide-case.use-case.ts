import { Injectable } from '@nestjs/common';
import { canonicalHash, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decide } from '../../domain/decision/decide.js';
import { decisionMinutes } from '../../domain/minutes/decision-minutes.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';
import { DecisionAnnouncement } from './decision-announcement.js';

export interface DecideCaseRequest {
  readonly requestKey?: string | null;
  readonly caseId: string;
  /** Added to the reasons of a rejection. */
  readonly reasons?: readonly string[] | null;
}

/** Closes the vote: result, minutes, event, completion of risk's handoff and sales' next work in one transaction [4.12, 4.13, gate G4]. */
@Injectable()
export class DecideCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: ApprovalCases,
    private readonly decisions: Decisions,
    private readonly committee: Committee,
    private readonly announcement: DecisionAnnouncement,
  ) {}

  async execute(actor: Actor, input: DecideCaseRequest): Promise<string> {
    const validityDays = await this.committee.validityDays();
    return this.work.once({ operation: 'decide-case', actor, input }, async (tx) => {
      const open = await this.cases.get(input.caseId, tx);
      const { approvalCase, decision } = decide(open, await this.committee.electorate(open, tx), {
        decisionId: newId('dec'),
        decidedBy: employeeIdOf(actor),
        decidedOn: this.committee.today(),
        validityDays,
        reasons: input.reasons ?? [],
      });
      const minutesHtml = decisionMinutes(approvalCase, decision);
      await this.cases.save(approvalCase, tx);
      const recorded = await this.decisions.insert({ ...decision, version: 0, minutesHtml, minutesHash: canonicalHash(minutesHtml) }, tx);
      await this.announcement.announce(recorded, approvalCase, tx);
      return approvalCase.id;
    });
  }
}
