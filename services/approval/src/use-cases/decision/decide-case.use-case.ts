import { Injectable } from '@nestjs/common';
import { canonicalHash, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decide, verdictOf } from '../../domain/decision/decide.js';
import { decisionMinutes } from '../../domain/minutes/decision-minutes.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';
import { ReportReturns } from '../case/report-returns.js';
import { DecisionAnnouncement } from './decision-announcement.js';

const TIED = '表决平票，请补充调查后再报';

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
    private readonly reports: ReportReturns,
  ) {}

  async execute(actor: Actor, input: DecideCaseRequest): Promise<string> {
    const [validityDays, rateCap] = [await this.committee.validityDays(), await this.committee.rateCap()];
    return this.work.once({ operation: 'decide-case', actor, input }, async (tx) => {
      const { approvalCase: open, electorate } = await this.committee.look(await this.cases.get(input.caseId, tx), tx);
      if (verdictOf(open, electorate, this.committee.now()) === 'RETURN') return this.reports.sendBack(open, 'VOTE_TIED', [TIED], tx);
      const { approvalCase, decision } = decide(open, electorate, {
        decisionId: newId('dec'),
        decidedBy: employeeIdOf(actor),
        decidedOn: this.committee.today(),
        decidedAt: this.committee.now(),
        validityDays,
        rateCap,
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
