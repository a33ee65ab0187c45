import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest, Stored } from '@weilend/mongo';
import { parametersInForce } from '../domain/parameter/parameter.js';
import type { Parameter } from '../domain/parameter/parameter.js';
import type { Violation } from '../domain/violation/violation.js';
import type { Dossier } from '../domain/dossier/dossier.js';
import type { AccessLogEntry } from '../persistence/access-log.repository.js';
import { accessLogCollection } from '../persistence/access-log.schema.js';
import { dossierCollection } from '../persistence/dossier.schema.js';
import { parameterCollection } from '../persistence/parameter.schema.js';
import { violationCollection } from '../persistence/violation.schema.js';

export interface AccessFilter extends PageRequest {
  readonly customerId?: string | null;
  readonly viewerId?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export interface ViolationFilter extends PageRequest {
  readonly state?: string | null;
  readonly aboutEmployeeId?: string | null;
}

/** The read side of compliance: parameters, violations, access log, dossiers. */
@Injectable()
export class ComplianceQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** The values in force on a date (today when left out), one for each key. */
  async parameters(asOf: LocalDate | null): Promise<Parameter[]> {
    const on = asOf ?? this.clock.today();
    return parametersInForce(await this.find<Parameter>(parameterCollection, { state: 'published', effectiveFrom: { $lte: on } }), on);
  }

  /** Every published value of a key, the latest date first. */
  async parameterHistory(key: string): Promise<Parameter[]> {
    const all = await this.find<Parameter>(parameterCollection, { state: 'published', key });
    return all.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  }

  parameterProposals(): Promise<Parameter[]> {
    return this.find(parameterCollection, { state: 'proposed' });
  }

  parametersByIds(ids: readonly string[]): Promise<Parameter[]> {
    return this.find(parameterCollection, { _id: { $in: [...ids] } });
  }

  violationsByIds(ids: readonly string[]): Promise<Violation[]> {
    return this.find(violationCollection, { _id: { $in: [...ids] } });
  }

  violations({ state, aboutEmployeeId, ...page }: ViolationFilter): Promise<Page<Violation>> {
    const filter = { ...(state ? { state } : {}), ...(aboutEmployeeId ? { aboutId: aboutEmployeeId } : {}) };
    return pageOf(this.database.model(violationCollection), page, { filter, map: toEntity<Violation> });
  }

  accessLog({ customerId, viewerId, from, to, ...page }: AccessFilter): Promise<Page<AccessLogEntry>> {
    const viewedAt = { ...(from ? { $gte: from } : {}), ...(to ? { $lt: to } : {}) };
    const filter = {
      ...(customerId ? { customerId } : {}),
      ...(viewerId ? { viewerId } : {}),
      ...(from || to ? { viewedAt } : {}),
    };
    return pageOf(this.database.model(accessLogCollection), page, { filter, map: toEntity<AccessLogEntry> });
  }

  accessLogByIds(ids: readonly string[]): Promise<AccessLogEntry[]> {
    return this.find(accessLogCollection, { _id: { $in: [...ids] } });
  }

  dossiers(applicationIds: readonly string[]): Promise<Dossier[]> {
    return this.find(dossierCollection, { _id: { $in: [...applicationIds] } });
  }

  private async find<T>(collection: CollectionDefinition, filter: Record<string, unknown>): Promise<T[]> {
    const rows = await this.database
      .model(collection)
      .find(filter as never)
      .sort({ _id: -1 })
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toEntity<T>(row));
  }
}

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
