import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { JobMark } from '../../domain/team/job-mark.js';
import { jobMarkCollection } from '../../persistence/team/job-mark.schema.js';
import { toPlain } from '../rows.js';

export interface JobMarkFilter extends PageRequest {
  /** What is owed, when none is named. */
  readonly state?: JobMark['state'] | null;
  readonly until?: LocalDate | null;
}

/** Marks on the job that superiors owe, and those that they have given: a superior sees his own, the manager all. */
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

  /** Open ones, the most overdue first; marked or returned ones newest first. */
  list({ state, until, ...page }: JobMarkFilter, actor: Actor): Promise<Page<JobMark>> {
    if (!state || state === 'OPEN') return this.owed({ until, ...page }, actor);
    const filter = { state, ...(until ? { dueOn: { $lte: until } } : {}), ...scopeOf(actor) };
    return pageOf(this.database.model(jobMarkCollection), page, { filter, map: (row: Stored) => toPlain<JobMark>(row) });
  }

  owed({ until, ...page }: Omit<JobMarkFilter, 'state'>, actor: Actor): Promise<Page<JobMark>> {
    const plan = { field: 'owedOn', type: 'string', filter: scopeOf(actor), until, map: (row: Stored) => toPlain<JobMark>(row) } as const;
    return duePageOf(this.database.model(jobMarkCollection), page, plan);
  }
}

const scopeOf = (actor: Actor): Record<string, string> => scopeFilter(rowScope(actor, ['sales-manager']), 'supervisorId');
