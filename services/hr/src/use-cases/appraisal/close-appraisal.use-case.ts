import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { figuresOf } from '../../domain/appraisal/indicator.js';
import { closeSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalFacts, AppraisalSchemes, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';

export interface CloseAppraisalRequest {
  readonly requestKey?: string | null;
  readonly appraisalId: string;
}

/** Closes a sheet after its quarter: figures and score are frozen and announced [5.5]. */
@Injectable()
export class CloseAppraisal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sheets: AppraisalSheets,
    private readonly schemes: AppraisalSchemes,
    private readonly facts: AppraisalFacts,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CloseAppraisalRequest): Promise<string> {
    return this.work.once({ operation: 'close-appraisal', actor, input }, async (tx) => {
      const sheet = await this.sheets.get(input.appraisalId, tx);
      const scheme = await this.schemes.get(sheet.schemeId, tx);
      const figures = figuresOf(await this.facts.of(sheet.employeeId, sheet.quarter, tx));
      const closed = closeSheet(sheet, { scheme, figures, today: this.clock.today() });
      await this.sheets.save(closed, tx);
      const { id, employeeId, quarter, total } = closed;
      await this.outbox.add(event('hr.appraisal-closed.v1', id, { appraisalId: id, employeeId, quarter, score: total ?? 0 }), tx);
      return id;
    });
  }
}
