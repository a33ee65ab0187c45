import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { endConflict } from '../../domain/investigation/conflict.js';
import { Conflicts } from '../../persistence/investigation/conflict.repository.js';

export interface EndConflictRequest {
  readonly requestKey?: string | null;
  readonly conflictId: string;
  readonly reason: string;
}

/** A declared conflict holds no more, by the word of a risk manager who is not the one concerned [4.11]. */
@Injectable()
export class EndConflict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conflicts: Conflicts,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EndConflictRequest): Promise<string> {
    return this.work.once({ operation: 'end-conflict', actor, input }, async (tx) => {
      const conflict = await this.conflicts.get(input.conflictId, tx);
      const ended = endConflict(conflict, { at: this.clock.now(), by: employeeIdOf(actor), reason: input.reason });
      await this.conflicts.save(ended, tx);
      return ended.id;
    });
  }
}
