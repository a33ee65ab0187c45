import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import type { RowRights } from '../../domain/import/lead-row.js';
import type { Opening } from '../../domain/import/new-rows.js';
import { mayActForOthers } from '../../persistence/sales-scope.js';
import { WorkingDeadlines } from '../working-deadlines.js';

/** For whom somebody may import, and how much at once. */
@Injectable()
export class ImportRules {
  constructor(
    private readonly directory: EmployeeDirectory,
    private readonly parameters: Parameters,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws IMPORT_FOR_OTHERS, or NOT_A_SALESPERSON for somebody the rows cannot be given to. */
  async rightsOf(actor: Actor, named: string | null, tx: Tx): Promise<RowRights> {
    const ownerId = employeeIdOf(actor);
    const assigns = mayActForOthers(actor);
    const salespersonId = named ?? ownerId;
    if (salespersonId !== ownerId) {
      if (!assigns) throw new DomainError('IMPORT_FOR_OTHERS', {}, 'salespersonId');
      const colleague = await this.directory.find(salespersonId, tx);
      if (!colleague?.active || !colleague.roles.includes('salesperson'))
        throw new DomainError('NOT_A_SALESPERSON', { employeeId: salespersonId }, 'salespersonId');
    }
    return { ownerId, salespersonId, assigns };
  }

  async limits(): Promise<{ maxRows: number; now: Date }> {
    return { maxRows: await this.parameters.number('import.max-rows', this.clock.today()), now: this.clock.now() };
  }

  /** With what a file of a customer is opened today. */
  async opening(): Promise<Omit<Opening, 'ownerId'>> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    return { today, now, intervals: await this.deadlines.visitIntervals(today) };
  }

  /** Everybody whom rows may be given to. */
  async salespeople(tx: Tx): Promise<ReadonlySet<string>> {
    return new Set((await this.directory.holding('salesperson', tx)).map((row) => row._id));
  }
}
