import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { review } from '../../domain/team/work-log.js';
import { WorkLogs } from '../../persistence/team/team.repository.js';

export interface ReviewWorkLogRequest {
  readonly requestKey?: string | null;
  readonly workLogId: string;
  readonly comment: string;
}

/** The manager's word on a day that was handed in [2.5]. */
@Injectable()
export class ReviewWorkLog {
  constructor(
    private readonly work: UnitOfWork,
    private readonly logs: WorkLogs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReviewWorkLogRequest): Promise<string> {
    return this.work.once({ operation: 'review-work-log', actor, input }, async (tx) => {
      const log = await this.logs.get(input.workLogId, tx);
      return (await this.logs.save(review(log, { comment: input.comment, by: employeeIdOf(actor), at: this.clock.now() }), tx)).id;
    });
  }
}
