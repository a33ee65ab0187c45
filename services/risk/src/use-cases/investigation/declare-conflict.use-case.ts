import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, EmployeeActor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { declareConflict } from '../../domain/investigation/conflict.js';
import type { ConflictRelation } from '../../domain/investigation/conflict.js';
import { Conflicts } from '../../persistence/investigation/conflict.repository.js';

export interface DeclareConflictRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly relation: ConflictRelation;
  readonly reason: string;
  /** Left out: the one who declares. */
  readonly employeeId?: string | null;
}

const MANAGER = 'risk-manager';

/** An employee declares that he is close to a customer, or the risk manager excludes somebody: he does not investigate this customer [4.11, 7.3]. */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conflicts: Conflicts,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DeclareConflictRequest): Promise<string> {
    return this.work.once({ operation: 'declare-conflict', actor, input }, async (tx) => {
      const declaredBy = employeeIdOf(actor);
      const { customerId, relation, reason } = input;
      const employeeId = input.employeeId ?? declaredBy;
      if (employeeId !== declaredBy) {
        if (!(actor as EmployeeActor).roles.includes(MANAGER)) throw new DomainError('CONFLICT_FOR_OTHERS', {}, 'employeeId');
        if (!(await this.directory.find(employeeId, tx))) throw new DomainError('NOT_FOUND', { noun: 'employee', id: employeeId });
      }
      const declared = { id: newId('cfl'), employeeId, customerId, relation, reason, declaredBy, declaredAt: this.clock.now() };
      const conflict = declareConflict(declared, await this.conflicts.about([customerId], tx));
      await this.conflicts.insert(conflict, tx);
      return conflict.id;
    });
  }
}
