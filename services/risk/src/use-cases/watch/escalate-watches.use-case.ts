import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { noticeOf } from '../../domain/watch/watch.js';
import { Watches } from '../../persistence/watch/watch.repository.js';
import { tellEach } from '../tell-each.js';

const AT_ONCE = 100;

/** Takes a watch further whose dedicated person, plan or review did not come in time; each once [7.5, 7.6]. */
@Injectable()
export class EscalateWatches {
  constructor(
    private readonly work: UnitOfWork,
    private readonly watches: Watches,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** How many went further. */
  execute(watch: SweepWatch): Promise<number> {
    const due = (setAside: readonly string[]) => this.watches.toTell(this.clock.now(), AT_ONCE, setAside);
    return tellEach({ due, tell: (id) => this.tell(id) }, watch);
  }

  private tell(id: string): Promise<boolean> {
    return this.work.run({ actor: { kind: 'service', service: 'risk' }, operation: 'escalate-watch' }, async (tx) => {
      const one = await this.watches.get(id, tx);
      if (one.noticeAt === null || one.noticeAt > this.clock.now()) return false;
      const { cause, after } = noticeOf(one);
      await this.watches.save(after, tx);
      const data = { watchId: id, aboutId: one.subjectId, cause, escalationNo: after.escalationNo };
      await this.outbox.add(event('risk.watch-escalated.v1', id, data), tx);
      return true;
    });
  }
}
