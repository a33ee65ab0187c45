import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { JobMark } from '../../domain/team/job-mark.js';
import { jobMarkCollection } from '../../persistence/team/job-mark.schema.js';
import { toPlain } from '../rows.js';

/** Marks on the job that superiors owe: a superior sees his own, the manager all. */
@Injectable()
export class JobMarkQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<JobMark[]> {
    const rows = await this.database
      .model(jobMarkCollection)
      .find({ $and: [{ _id: { $in: [...ids] } }, scopeOf(actor)] } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toPlain<JobMark>(row));
  }

  /** The most overdue first. */
  owed({ until, ...page }: PageRequest & { readonly until?: LocalDate | null }, actor: Actor): Promise<Page<JobMark>> {
    const plan = { field: 'owedOn', type: 'string', filter: scopeOf(actor), until, map: (row: Stored) => toPlain<JobMark>(row) } as const;
    return duePageOf(this.database.model(jobMarkCollection), page, plan);
  }
}

const scopeOf = (actor: Actor): Record<string, string> => scopeFilter(rowScope(actor, ['sales-manager']), 'supervisorId');
