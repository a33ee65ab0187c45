import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { DeferredBonuses } from '../../persistence/bonus/bonus-statement.repository.js';
import { ToldDays } from '../../persistence/bonus/told-day.repository.js';
import { oneByOne } from '../one-by-one.js';
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
  async execute(watch: SweepWatch): Promise<number> {
    const dueBy = await this.dueBy();
    if (dueBy === null) return 0;
    return oneByOne(
      watch,
      (setAside) => this.deferreds.dueIds(dueBy, setAside, BATCH),
      (id) => this.releaseOne(id, dueBy),
    );
  }

  /** The last day of release that may be looked at now; null while no day end was told. */
  private async dueBy(): Promise<LocalDate | null> {
    const [today, told] = [this.clock.today(), await this.toldDays.endedThrough()];
    if (told === null) return null;
    const next = addDays(told, 1);
    return next < today ? next : today;
  }

  /** What another process released meanwhile is left alone. */
  private releaseOne(id: string, dueBy: LocalDate): Promise<boolean> {
    return this.work.run({ actor: HR, operation: 'release-deferred-bonus' }, async (tx) => {
      const deferred = await this.deferreds.get(id, tx);
      if (deferred.state !== 'HELD' || deferred.releaseOn > dueBy) return false;
      return this.release.apply(deferred, this.clock.today(), tx);
    });
  }
}
