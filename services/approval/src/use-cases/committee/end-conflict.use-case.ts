import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { endConflict } from '../../domain/member/conflict.js';
import { CommitteeConflicts } from '../../persistence/committee/committee.repository.js';
import { Committee } from './committee.js';

export interface EndConflictRequest {
  readonly requestKey?: string | null;
  readonly conflictId: string;
  readonly reason: string;
}

/** A tie is over; recusals on record stay [4.12]. */
@Injectable()
export class EndConflict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conflicts: CommitteeConflicts,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: EndConflictRequest): Promise<string> {
    return this.work.once({ operation: 'end-conflict', actor, input }, async (tx) => {
      const end = { on: this.committee.today(), reason: input.reason };
      const ended = endConflict(await this.conflicts.get(input.conflictId, tx), employeeIdOf(actor), end);
      await this.conflicts.save(ended, tx);
      return ended.id;
    });
  }
}
