import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { checkConflict } from '../../domain/member/conflict.js';
import type { ConflictKind } from '../../domain/member/conflict.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { CommitteeConflicts } from '../../persistence/committee/committee.repository.js';
import { Recusals } from '../case/recusals.js';
import { Committee } from './committee.js';

export interface DeclareConflictRequest {
  readonly requestKey?: string | null;
  /** Oneself when left out; for others the chair or the secretary records it. */
  readonly employeeId?: string | null;
  readonly customerId: string;
  readonly kind: ConflictKind;
}

/** A tie of a member to a customer goes on record: he stands aside from every open case of the customer, and from every later one [4.12, 7.3]. */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conflicts: CommitteeConflicts,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
    private readonly recusals: Recusals,
  ) {}

  execute(actor: Actor, input: DeclareConflictRequest): Promise<string> {
    return this.work.once({ operation: 'declare-conflict', actor, input }, async (tx) => {
      const { customerId, kind } = input;
      const employeeId = this.committee.about(actor, input.employeeId);
      checkConflict({ employeeId, customerId }, await this.conflicts.ofCustomer(customerId, tx));
      const tie = { employeeId, customerId, kind, recordedBy: employeeIdOf(actor), fromOn: this.committee.today() };
      const { id } = await this.conflicts.insert({ id: newId('cfl'), version: 0, ...tie, endedOn: null, endedReason: null }, tx);
      await this.recuse(employeeId, input, tx);
      return id;
    });
  }

  private async recuse(employeeId: string, { customerId, kind }: DeclareConflictRequest, tx: Tx): Promise<void> {
    const at = this.committee.now();
    for (const approvalCase of await this.cases.openOfCustomer(customerId, tx)) {
      if (approvalCase.recusals.some((one) => one.employeeId === employeeId)) continue;
      await this.recusals.standAside(approvalCase, { employeeId, reason: kind, kind: 'CONFLICT', at }, tx);
    }
  }
}
