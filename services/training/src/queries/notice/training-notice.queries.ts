import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { TrainingNotice } from '../../domain/notice/training-notice.js';
import { trainingNoticeCollection } from '../../persistence/notice/training-notice.schema.js';
import { toEntity } from '../to-entity.js';

/** What somebody was told of his nominations; only he reads it. */
@Injectable()
export class TrainingNoticeQueries {
  constructor(private readonly database: Database) {}

  /** Newest first; the unread ones, or all of them. */
  mine(of: { readonly unread: boolean }, page: PageRequest, actor: Actor): Promise<Page<TrainingNotice>> {
    const filter = { employeeId: employeeIdOf(actor), ...(of.unread ? { readAt: null } : {}) };
    return pageOf(this.rows(), page, { filter, map: toEntity<TrainingNotice> });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<TrainingNotice[]> {
    const rows = await this.rows()
      .find({ _id: { $in: [...ids] }, employeeId: employeeIdOf(actor) } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<TrainingNotice>);
  }

  private rows() {
    return this.database.model(trainingNoticeCollection);
  }
}
