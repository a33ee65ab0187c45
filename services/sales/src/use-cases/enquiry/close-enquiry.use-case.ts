import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closeEnquiry } from '../../domain/enquiry/enquiry.js';
import type { EnquiryOutcome } from '../../domain/enquiry/enquiry.js';
import { EnquiryDesk } from './enquiry-desk.js';

export interface CloseEnquiryRequest {
  readonly requestKey?: string | null;
  readonly enquiryId: string;
  readonly outcome: EnquiryOutcome;
  readonly reason?: string | null;
}

/** Ends an enquiry with what became of it; nothing is owed on it any more [4.1]. */
@Injectable()
export class CloseEnquiry {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EnquiryDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CloseEnquiryRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'close-enquiry', actor, input }, async (tx) => {
      const enquiry = await this.desk.get(actor, input.enquiryId, tx);
      const closing = { outcome: input.outcome, reason: input.reason ?? null, by, at: this.clock.now() };
      return (await this.desk.enquiries.save(closeEnquiry(enquiry, closing), tx)).id;
    });
  }
}
