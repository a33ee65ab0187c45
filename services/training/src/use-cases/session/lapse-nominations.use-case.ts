import { Injectable } from '@nestjs/common';
import { addDays, instantOf } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import { hasLapsed, lapseNomination } from '../../domain/session/nomination.js';
import { carryOnEach } from '../carry-on-each.js';
import { SessionDesk } from './session-desk.js';

const ACTOR = { kind: 'service', service: 'training' } as const;
const AT_ONCE = 100;

/** Seats on which no manager has spoken within the days that he has go to whoever waits for one; the person is told [6.4]. */
@Injectable()
export class LapseNominations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SessionDesk,
    private readonly parameters: Parameters,
  ) {}

  /** @returns how many seats went on */
  async execute(watch: SweepWatch): Promise<number> {
    const today = this.desk.today();
    const sessionIds = await this.desk.sessions.withWaiting(today);
    if (sessionIds.length === 0) return 0;
    const withinDays = await this.parameters.number('training.decide-within', today);
    const before = instantOf(addDays(today, -withinDays));
    const due = (without: readonly string[]) => this.desk.nominations.pendingSince(sessionIds, before, { limit: AT_ONCE, without });
    return carryOnEach({ due, act: (id) => this.lapse(id, withinDays) }, watch);
  }

  private lapse(id: string, withinDays: number): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'lapse-nomination' }, async (tx) => {
      const nomination = await this.desk.nominations.get(id, tx);
      const session = await this.desk.sessions.get(nomination.sessionId, tx);
      if (!hasLapsed(session, nomination, { today: this.desk.today(), withinDays })) return false;
      await this.desk.tell(session, nomination.employeeId, 'LAPSED', tx);
      await this.desk.leave(lapseNomination(session, nomination, this.desk.now()), tx);
      return true;
    });
  }
}
