import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { Watch, WatchLevel } from '../../domain/watch/watch.js';
import type { WatchState } from '../../domain/watch/watch.machine.js';
import { investigationCollection } from '../../persistence/investigation/investigation.schema.js';
import { watchCollection } from '../../persistence/watch/watch.schema.js';

export interface WatchFilter extends PageRequest {
  readonly state?: WatchState | null;
  readonly level?: WatchLevel | null;
  readonly customerId?: string | null;
  /** HIGH without dedicated person or plan [7.5, 7.6]. */
  readonly exceptions?: boolean | null;
  readonly mine?: boolean | null;
  readonly reviewOverdue?: boolean | null;
}

/** Customers under watch, for those who judge or supervise risk. */
@Injectable()
export class WatchQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  list({ state, level, customerId, exceptions, mine, reviewOverdue, ...page }: WatchFilter, actor: Actor): Promise<Page<Watch>> {
    const filter = {
      ...{ ...(state ? { state } : {}), ...(level ? { level } : {}), ...(customerId ? { customerId } : {}) },
      ...{ ...(exceptions ? { isException: true } : {}), ...(mine ? { trackerId: employeeIdOf(actor) } : {}) },
      ...(reviewOverdue ? { nextReviewOn: { $type: 'string', $lt: this.clock.today() } } : {}),
    };
    return pageOf(this.model(), page, { filter, map: toWatch });
  }

  async byIds(ids: readonly string[]): Promise<Watch[]> {
    return this.rows({ _id: { $in: [...ids] } });
  }

  /** Watches that go on, of customers. */
  ofCustomers(customerIds: readonly string[]): Promise<Watch[]> {
    return this.rows({ customerId: { $in: [...customerIds] }, openKey: { $ne: null } });
  }

  /** Watches that go on, of who applied: each with the application that asked. */
  async ofApplications(applicationIds: readonly string[]): Promise<(readonly [string, Watch])[]> {
    const investigations = await this.database
      .collection<{ _id: string; applicationId: string; customerId: string }>(investigationCollection.name)
      .find({ applicationId: { $in: [...applicationIds] } })
      .project<{ applicationId: string; customerId: string }>({ applicationId: 1, customerId: 1 })
      .toArray();
    const applicant = new Map(investigations.map(({ applicationId, customerId }) => [applicationId, customerId]));
    const watches = await this.ofCustomers([...new Set(applicant.values())]);
    return [...applicant].flatMap(([applicationId, customerId]) =>
      watches.filter((watch) => watch.customerId === customerId).map((watch) => [applicationId, watch] as const),
    );
  }

  private async rows(filter: Record<string, unknown>): Promise<Watch[]> {
    const rows = await this.model()
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toWatch);
  }

  private model() {
    return this.database.model(watchCollection);
  }
}

function toWatch({ _id, ...rest }: Stored): Watch {
  return { id: _id, ...rest } as unknown as Watch;
}
