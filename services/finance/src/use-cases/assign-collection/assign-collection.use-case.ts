import { Injectable } from '@nestjs/common';
import type { Role } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { assignCollector } from '../../domain/collection/collection-case.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import { OpenCollectionCases } from '../open-collection-cases.js';

export interface AssignCollectionRequest {
  readonly requestKey?: string | null;
  readonly loanIds: readonly string[];
  readonly collectorId: string;
}

const COLLECTORS: readonly Role[] = ['finance-officer', 'finance-manager'];
/** As many as a page of the worklist holds. */
const MOST_LOANS = 100;

/** Gives late loans to a collector, all of them or none [7.4]. */
@Injectable()
export class AssignCollection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenCollectionCases,
    private readonly cases: CollectionCases,
    private readonly directory: EmployeeDirectory,
  ) {}

  /** The loans' ids. Throws DomainError COLLECTOR_NOT_ELIGIBLE, LOAN_NOT_OVERDUE, NOT_FOUND or INPUT_INVALID. */
  execute(actor: Actor, input: AssignCollectionRequest): Promise<readonly string[]> {
    return this.work.once({ operation: 'assign-collection', actor, input }, async (tx) => {
      const loanIds = [...new Set(input.loanIds)];
      if (loanIds.length === 0 || loanIds.length > MOST_LOANS) {
        throw new DomainError('INPUT_INVALID', { problem: `1 to ${MOST_LOANS} loans are assigned at once` }, 'loanIds');
      }
      const person = await this.directory.find(input.collectorId, tx);
      const eligible = person !== null && person.active && person.roles.some((role) => COLLECTORS.includes(role));
      for (const loanId of loanIds) {
        const { one } = await this.open.of(loanId, tx);
        await this.cases.save(assignCollector(one, { employeeId: input.collectorId, eligible }), tx);
      }
      return loanIds;
    });
  }
}
