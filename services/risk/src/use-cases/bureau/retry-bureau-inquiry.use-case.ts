import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { retried } from '../../domain/bureau/bureau-inquiry.js';
import { requireViewer } from '../require-viewer.js';
import { InquiryRecords } from './inquiry-records.js';
import { InquirySignal } from './inquiry-signal.js';

export interface RetryBureauInquiryRequest {
  readonly requestKey?: string | null;
  readonly inquiryId: string;
}

/** Has an unanswered inquiry asked again now, under the same request id: the bureau counts it once. */
@Injectable()
export class RetryBureauInquiry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: InquiryRecords,
    private readonly signal: InquirySignal,
  ) {}

  execute(actor: Actor, input: RetryBureauInquiryRequest): Promise<string> {
    return this.work.once({ operation: 'retry-bureau-inquiry', actor, input }, async (tx) => {
      const { investigations, inquiries } = this.records;
      const inquiry = await inquiries.get(input.inquiryId, tx);
      requireViewer(actor, await investigations.get(inquiry.investigationId, tx));
      await inquiries.save(retried(inquiry, new Date()), tx);
      tx.afterCommit(() => this.signal.requested());
      return inquiry.id;
    });
  }
}
