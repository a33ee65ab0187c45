import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { openSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalSchemes, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';
import { AppraiseViolation } from './appraise-violation.use-case.js';

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
    private readonly sheets: AppraisalSheets,
    private readonly schemes: AppraisalSchemes,
    private readonly violations: AppraiseViolation,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenAppraisalRequest): Promise<string> {
    return this.work.once({ operation: 'open-appraisal', actor, input }, async (tx) => {
      const employeeId = await this.violations.oneAfterTheOther(input.employeeId, tx);
      if (await this.sheets.ofPerson(employeeId, input.quarter, tx))
        throw new DomainError('SHEET_EXISTS', { quarter: input.quarter }, 'quarter');
      const scheme = await this.schemes.forQuarter(input.quarter, tx);
      if (!scheme) throw new DomainError('SCHEME_MISSING', { quarter: input.quarter }, 'quarter');
      const sheet = openSheet({
        id: newId('apr'),
        employeeId,
        quarter: input.quarter,
        schemeId: scheme.id,
        openedOn: this.clock.today(),
      });
      await this.sheets.insert(sheet, tx);
      await this.violations.settle(sheet, tx);
      return sheet.id;
    });
  }
}
