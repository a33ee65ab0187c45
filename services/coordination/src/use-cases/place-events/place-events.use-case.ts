import { Injectable } from '@nestjs/common';
import { Leases, UnitOfWork } from '@weilend/mongo';
import type { Lease } from '@weilend/mongo';
import { EventLog } from '../../persistence/event-log.repository.js';

const ACTOR = { kind: 'service', service: 'coordination' } as const;

/**
 * Gives the messages of the log their place: cursor block and rows in one transaction that carries the writer's fence, so
 * a reader that has seen cursor N has seen every cursor below it, and a writer that was paused too long writes nothing.
 */
@Injectable()
export class PlaceEvents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leases: Leases,
    private readonly log: EventLog,
  ) {}

  /** True when messages wait for their place; asked before the lease is taken, so that an idle company writes nothing. */
  isNeeded(): Promise<boolean> {
    return this.log.hasUnplaced();
  }

  /** Places up to `limit` messages; returns how many. Throws LeaseLost. */
  async execute(lease: Lease, limit: number): Promise<number> {
    return this.work.run({ actor: ACTOR, operation: 'place-events' }, async (tx) => {
      await this.leases.guard(lease, tx);
      return this.log.place(limit, tx);
    });
  }
}
