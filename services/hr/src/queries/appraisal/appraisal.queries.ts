import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import {
  appraisalFactCollection,
  appraisalSchemeCollection,
  appraisalSheetCollection,
} from '../../persistence/appraisal/appraisal.schema.js';

/** The read side of appraisals: everybody sees his own sheet, managers and auditors all. */
@Injectable()
export class AppraisalQueries {
  constructor(private readonly database: Database) {}

  async sheetsByIds(ids: readonly string[], actor: Actor): Promise<AppraisalSheet[]> {
    const rows = await this.sheets()
      .find({ _id: { $in: [...ids] }, ...own(actor) } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalSheet>);
  }

  sheetsOf(quarter: string | null, actor: Actor, page: PageRequest): Promise<Page<AppraisalSheet>> {
    return pageOf(this.sheets(), page, { filter: { ...(quarter ? { quarter } : {}), ...own(actor) }, map: toEntity<AppraisalSheet> });
  }

  /** Facts of several `<employee>|<quarter>` pairs in one query, each with its pair. */
  async factsOf(pairs: readonly string[]): Promise<(readonly [string, AppraisalFact])[]> {
    const either = pairs.map((pair) => {
      const [employeeId, quarter] = pair.split('|');
      return { employeeId, quarter };
    });
    const rows = await this.database
      .model(appraisalFactCollection)
      .find({ $or: either } as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalFact>).map((fact) => [`${fact.employeeId}|${fact.quarter}`, fact] as const);
  }

  async schemesByIds(ids: readonly string[]): Promise<AppraisalScheme[]> {
    const rows = await this.database
      .model(appraisalSchemeCollection)
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalScheme>);
  }

  private sheets() {
    return this.database.model(appraisalSheetCollection);
  }
}

const own = (actor: Actor) => scopeFilter(rowScope(actor, ['hr-manager', 'sales-manager', 'auditor']), 'employeeId');

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
