import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { readNotice } from '../../domain/notice/training-notice.js';
import { TrainingNotices } from '../../persistence/notice/training-notice.repository.js';

export interface MarkNoticesReadRequest {
  readonly requestKey?: string | null;
  readonly ids: readonly string[];
}

const MOST = 100;

/** Somebody has read what he was told of his nominations: all of the named notices, or none [6.4]. */
@Injectable()
export class MarkNoticesRead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: TrainingNotices,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: MarkNoticesReadRequest): Promise<readonly string[]> {
    return this.work.once({ operation: 'mark-notices-read', actor, input }, async (tx) => {
      const ids = [...new Set(input.ids)];
      if (ids.length === 0 || ids.length > MOST) throw new DomainError('NOTICES_MISSING', { most: MOST }, 'ids');
      const by = { employeeId: employeeIdOf(actor), at: this.clock.now() };
      for (const id of ids) {
        const notice = await this.notices.get(id, tx);
        const read = readNotice(notice, by);
        if (read !== notice) await this.notices.save(read, tx);
      }
      return ids;
    });
  }
}
