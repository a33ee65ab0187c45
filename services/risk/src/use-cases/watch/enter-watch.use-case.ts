import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { WatchLevel } from '../../domain/watch/watch.js';
import { AlertSubjects } from '../alert/alert-subjects.js';
import { WatchDesk } from './watch-desk.js';

export interface EnterWatchRequest {
  readonly requestKey?: string | null;
  /** Customer, or a loan or application of his. */
  readonly aboutId: string;
  readonly level: WatchLevel;
  readonly reason: string;
}

/** Puts a customer under watch by hand, with the reason [7.5]. */
@Injectable()
export class EnterWatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: WatchDesk,
    private readonly subjects: AlertSubjects,
  ) {}

  /** Throws WATCH_SUBJECT_INVALID or a text refusal. */
  execute(actor: Actor, input: EnterWatchRequest): Promise<string> {
    return this.work.once({ operation: 'enter-watch', actor, input }, async (tx) => {
      const { customerId, loanId } = await this.subjects.of(input.aboutId, tx);
      if (customerId === null) throw new DomainError('WATCH_SUBJECT_INVALID', {}, 'aboutId');
      const cause = { kind: 'BY_HAND' as const, sourceId: employeeIdOf(actor), reason: input.reason };
      return (await this.desk.enter({ subjectId: customerId, customerId, loanId, level: input.level, cause }, tx)).id;
    });
  }
}
