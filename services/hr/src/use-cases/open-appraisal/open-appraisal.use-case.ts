import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { openSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalSchemes, AppraisalSheets } from '../../persistence/appraisal.repository.js';
import { Employees } from '../../persistence/employee.repository.js';

export interface OpenAppraisalRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly quarter: string;
}

/** Opens the one sheet of a person and quarter [5.5]. */
@Injectable()
export class OpenAppraisal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sheets: AppraisalSheets,
    private readonly schemes: AppraisalSchemes,
    private readonly employees: Employees,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenAppraisalRequest): Promise<string> {
    return this.work.once({ operation: 'open-appraisal', actor, input }, async (tx) => {
      const employee = await this.employees.get(input.employeeId, tx);
      if (await this.sheets.ofPerson(employee.id, input.quarter, tx))
        throw new DomainError('SHEET_EXISTS', { quarter: input.quarter }, 'quarter');
      const scheme = await this.schemes.forQuarter(input.quarter, tx);
      if (!scheme) throw new DomainError('SCHEME_MISSING', { quarter: input.quarter }, 'quarter');
      const sheet = openSheet({
        id: newId('apr'),
        employeeId: employee.id,
        quarter: input.quarter,
        schemeId: scheme.id,
        openedOn: this.clock.today(),
      });
      return (await this.sheets.insert(sheet, tx)).id;
    });
  }
}
