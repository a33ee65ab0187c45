import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { calledOff, findingOf } from '../../domain/bureau/bureau-inquiry.js';
import { writtenText } from '../../domain/checks/written-text.js';
import { requireViewer } from '../require-viewer.js';
import { InquiryRecords } from './inquiry-records.js';

export interface CallOffBureauInquiryRequest {
  readonly requestKey?: string | null;
  readonly inquiryId: string;
  readonly reason: string;
}

/**
 * Ends an inquiry that nobody has to answer any more; the identity number is forgotten and a late answer is dropped. The bureau itself is
 * not waived: the report still needs an answer, so the investigator asks again.
 */
@Injectable()
export class CallOffBureauInquiry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: InquiryRecords,
  ) {}

  execute(actor: Actor, input: CallOffBureauInquiryRequest): Promise<string> {
    return this.work.once({ operation: 'call-off-bureau-inquiry', actor, input }, async (tx) => {
      const { investigations, inquiries } = this.records;
      const inquiry = await inquiries.get(input.inquiryId, tx);
      const investigation = await investigations.get(inquiry.investigationId, tx);
      requireViewer(actor, investigation);
      const ended = await inquiries.save(calledOff(inquiry, writtenText(input.reason, 'reason', 4)), tx);
      const { bureau } = investigation;
      if (bureau?.inquiryId === ended.id) await investigations.save({ ...investigation, bureau: findingOf(bureau, ended) }, tx);
      return ended.id;
    });
  }
}
