import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { DeferredBonuses } from '../../persistence/bonus/bonus-statement.repository.js';
import { ToldDays } from '../../persistence/bonus/told-day.repository.js';
import { DeferredRelease } from './deferred-release.js';

const HR: Actor = { kind: 'service', service: 'hr' };
const BATCH = 100;

/**
 * Releases the deferred bonuses whose day has come, each by itself, as far as their loans are sound [5.6]; not before finance has told the end of the last
 * day on which a loan may still have turned bad.
 */
@Injectable()
export class ReleaseDeferredBonuses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deferreds: DeferredBonuses,
    private readonly release: DeferredRelease,
    private readonly toldDays: ToldDays,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many were released */
  async execute({ isStopping, onTrouble }: SweepWatch): Promise<number> {
    const dueBy = await this.dueBy();
    if (dueBy === null) return 0;
    const setAside = new Set<string>();
    let done = 0;
    for (;;) {
      const ids = await this.deferreds.dueIds(dueBy, [...setAside], BATCH);
      for (const id of ids) {
        if (isStopping()) return done;
        const released = await this.tryOne(id, dueBy, onTrouble);
        // One that stays held, or is in trouble, is looked at again by the next run, not by this one.
        if (released === 0) setAside.add(id);
        done += released;
      }
      if (ids.length < BATCH) return done;
    }
  }

  /** The last day of release that may be looked at now; null while no day end was told. */
  private async dueBy(): Promise<LocalDate | null> {
    const [today, told] = [this.clock.today(), await this.toldDays.endedThrough()];
    if (told === null) return null;
    const next = addDays(told, 1);
    return next < today ? next : today;
  }

  private async tryOne(id: string, dueBy: LocalDate, onTrouble: SweepWatch['onTrouble']): Promise<number> {
    try {
      return await this.releaseOne(id, dueBy);
    } catch (error) {
      onTrouble(id, error);
      return 0;
    }
  }

  /** What another process released meanwhile is left alone. */
  private releaseOne(id: string, dueBy: LocalDate): Promise<number> {
    return this.work.run({ actor: HR, operation: 'release-deferred-bonus' }, async (tx) => {
      const deferred = await this.deferreds.get(id, tx);
      if (deferred.state !== 'HELD' || deferred.releaseOn > dueBy) return 0;
      return (await this.release.apply(deferred, this.clock.today(), tx)) ? 1 : 0;
    });
  }
}
