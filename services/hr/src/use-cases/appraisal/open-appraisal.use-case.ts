import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { AppraiseViolation } from './appraise-violation.use-case.js';
import { SheetOpener } from './sheet-opener.js';

export interface OpenAppraisalRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly quarter: string;
}

/** Opens the one sheet of a person and quarter, with the violations confirmed in it [5.4, 5.5]. */
@Injectable()
export class OpenAppraisal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opener: SheetOpener,
    private readonly violations: AppraiseViolation,
  ) {}

  execute(actor: Actor, input: OpenAppraisalRequest): Promise<string> {
    return this.work.once({ operation: 'open-appraisal', actor, input }, async (tx) => {
      const employeeId = await this.violations.oneAfterTheOther(input.employeeId, tx);
      const sheet = await this.opener.open(employeeId, input.quarter, tx);
      await this.violations.settle(sheet, tx);
      return sheet.id;
    });
  }
}
