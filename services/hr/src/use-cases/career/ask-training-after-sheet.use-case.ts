import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { neededAfter } from '../../domain/career/training-request.js';
import { AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { TrainingRequests } from './training-requests.js';

/** A quarter that was closed with a weak score, or with a violation, asks for a training of the person [5.8]. */
@Injectable()
export class AskTrainingAfterSheet {
  constructor(
    private readonly sheets: AppraisalSheets,
    private readonly employees: Employees,
    private readonly trainings: TrainingRequests,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async apply(appraisalId: string, tx: Tx): Promise<void> {
    const { id, employeeId, total, figures } = await this.sheets.get(appraisalId, tx);
    const employee = await this.employees.find(employeeId, tx);
    if (!employee?.active || total === null || figures === null) return;
    const weakBelow = await this.parameters.number('appraisal.weak-score', this.clock.today());
    for (const needed of neededAfter({ total, violations: figures.violations }, weakBelow))
      await this.trainings.ask({ employeeId, aboutId: id, ...needed }, tx);
  }
}
