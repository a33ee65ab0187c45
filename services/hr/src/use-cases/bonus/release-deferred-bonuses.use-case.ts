import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { DeferredBonuses } from '../../persistence/bonus/bonus-statement.repository.js';
import { DeferredRelease } from './deferred-release.js';

const HR: Actor = { kind: 'service', service: 'hr' };
const BATCH = 100;

/** Releases the deferred bonuses whose day has come, each by itself, as far as their loans are sound [5.6]. */
@Injectable()
export class ReleaseDeferredBonuses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deferreds: DeferredBonuses,
    private readonly release: DeferredRelease,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many were released */
  async execute({ isStopping, onTrouble }: SweepWatch): Promise<number> {
    const today = this.clock.today();
    const setAside = new Set<string>();
    let done = 0;
    for (;;) {
      const ids = await this.deferreds.dueIds(today, [...setAside], BATCH);
      for (const id of ids) {
        if (isStopping()) return done;
        const released = await this.tryOne(id, today, onTrouble);
        // One that stays held, or is in trouble, is looked at again by the next run, not by this one.
        if (released === 0) setAside.add(id);
        done += released;
      }
      if (ids.length < BATCH) return done;
    }
  }

  private async tryOne(id: string, today: LocalDate, onTrouble: SweepWatch['onTrouble']): Promise<number> {
    try {
      return await this.releaseOne(id, today);
    } catch (error) {
      onTrouble(id, error);
      return 0;
    }
  }

  /** What another process released meanwhile is left alone. */
  private releaseOne(id: string, today: LocalDate): Promise<number> {
    return this.work.run({ actor: HR, operation: 'release-deferred-bonus' }, async (tx) => {
      const deferred = await this.deferreds.get(id, tx);
      if (deferred.state !== 'HELD' || deferred.releaseOn > today) return 0;
      return (await this.release.apply(deferred, today, tx)) ? 1 : 0;
    });
  }
}
