import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { respond } from '../../domain/enquiry/enquiry.js';
import type { Enquiry, EnquiryNeeds } from '../../domain/enquiry/enquiry.js';
import { Enquiries } from '../../persistence/enquiry/enquiry.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { LateRecords } from '../late-records.js';
import { WorkingDeadlines } from '../working-deadlines.js';

export interface EnquiryAnswer {
  readonly presented: Enquiry['presented'];
  readonly needs: Partial<EnquiryNeeds>;
  readonly note: string | null;
}

/** Loads an enquiry for somebody who may serve it, and keeps the promised times when it is answered. */
@Injectable()
export class EnquiryDesk {
  constructor(
    readonly enquiries: Enquiries,
    private readonly deadlines: WorkingDeadlines,
    readonly late: LateRecords,
  ) {}

  /** Throws DomainError NOT_FOUND, also for another salesperson's enquiry [3.7]. */
  async get(actor: Actor, enquiryId: string, tx: Tx): Promise<Enquiry> {
    const enquiry = await this.enquiries.get(enquiryId, tx);
    requireInScope(actor, enquiry.salespersonId, { noun: 'enquiry', id: enquiryId });
    return enquiry;
  }

  /** The enquiry after a conversation that is told about: it counts by the rule of late records, and not before the enquiry came in [1.6]. */
  async answerTold(enquiry: Enquiry, answer: EnquiryAnswer, heldAt: Date): Promise<Enquiry> {
    const at = await this.late.countsFrom(heldAt, enquiry.firstResponseDueAt);
    return this.answer(enquiry, answer, at < enquiry.receivedAt ? enquiry.receivedAt : at);
  }

  /** The enquiry after an answer, for the caller to save; once the four needs are known a proposal is owed [1.6, 4.2]. */
  async answer(enquiry: Enquiry, answer: EnquiryAnswer, at: Date): Promise<Enquiry> {
    const answered = respond(enquiry, answer, at);
    if (!answered.needsKnownAt || answered.firstProposalDueAt) return answered;
    return { ...answered, firstProposalDueAt: await this.deadlines.dueAt('deadline.make-proposal', answered.needsKnownAt) };
  }
}
