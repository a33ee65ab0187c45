import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { dropPolicy } from '../../domain/policy/policy.js';
import { CommitteePolicies } from '../../persistence/committee/committee.repository.js';
import type { PolicyAct } from './approve-policy.use-case.js';

/** A draft that shall not take effect; its number stays used [4.12]. */
@Injectable()
export class DropPolicy {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policies: CommitteePolicies,
  ) {}

  execute(actor: Actor, input: PolicyAct): Promise<string> {
    return this.work.once({ operation: 'drop-policy', actor, input }, async (tx) => {
      const dropped = dropPolicy(await this.policies.get(input.policyId, tx));
      await this.policies.save(dropped, tx);
      return dropped.id;
    });
  }
}
