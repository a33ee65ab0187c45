import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

/**
 * What somebody who was nominated is told (培训通知): that he has a seat or waits for one, that he moved up, what his manager said or that nobody
 * said anything in time, that the training was moved or called off. Each stays among his notices until he has read it; nobody else reads it
 * for him [6.4].
 */
export const NOTICE_NEWS = ['SEATED', 'WAITING', 'PROMOTED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'RESCHEDULED', 'CANCELLED'] as const;
export type NoticeNews = (typeof NOTICE_NEWS)[number];

export interface TrainingNotice {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly sessionId: string;
  readonly news: NoticeNews;
  /** Day of the training when it was said. */
  readonly heldOn: LocalDate;
  readonly toldAt: Date;
  readonly readAt: Date | null;
}

export function tellNominee(facts: Omit<TrainingNotice, 'version' | 'readAt'>): TrainingNotice {
  return { ...facts, version: 0, readAt: null };
}

/** Read by whom it was told; the first time counts. Throws NOT_FOUND to everybody else. */
export function readNotice(notice: TrainingNotice, by: { readonly employeeId: string; readonly at: Date }): TrainingNotice {
  if (notice.employeeId !== by.employeeId) throw new DomainError('NOT_FOUND', { noun: 'training notice', id: notice.id });
  return notice.readAt === null ? { ...notice, readAt: by.at } : notice;
}
