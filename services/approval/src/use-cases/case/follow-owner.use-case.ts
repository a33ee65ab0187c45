import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { servedBy } from '../../domain/case/approval-case.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { ApplicationStages } from '../../persistence/projection.repository.js';

/** An application has another salesperson: he may ask for a second look from now on, and has a part in whatever is still open [2.13, 4.12, 7.3]. */
@Injectable()
export class FollowOwner {
  constructor(
    private readonly stages: ApplicationStages,
    private readonly cases: ApprovalCases,
  ) {}

  async apply({ applicationId, salespersonId }: EventData<'sales.application-transferred.v1'>, tx: Tx): Promise<void> {
    await this.stages.note(applicationId, { salespersonId }, tx);
    for (const open of (await this.cases.ofApplication(applicationId, tx)).filter(({ state }) => state === 'open'))
      await this.cases.save(servedBy(open, salespersonId), tx);
  }
}
