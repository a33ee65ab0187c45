import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { SheetCloser } from './sheet-closer.js';

export interface CloseAppraisalRequest {
  readonly requestKey?: string | null;
  readonly appraisalId: string;
}

/** Closes one sheet after its quarter: figures and score are frozen and announced [5.5]. */
@Injectable()
export class CloseAppraisal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly closer: SheetCloser,
  ) {}

  execute(actor: Actor, input: CloseAppraisalRequest): Promise<string> {
    return this.work.once({ operation: 'close-appraisal', actor, input }, async (tx) => {
      const sheet = await this.closer.sheets.get(input.appraisalId, tx);
      await this.closer.close(sheet.quarter, [sheet], tx);
      return sheet.id;
    });
  }
}
