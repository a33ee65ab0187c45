import { Injectable } from '@nestjs/common';
import { BusinessClock, canonicalHash, invariant } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import { answered, attemptFailed, findingOf } from '../../domain/bureau/bureau-inquiry.js';
import type { BureauInquiry } from '../../domain/bureau/bureau-inquiry.js';
import { InquiryRecords } from './inquire-bureau.use-case.js';
import { BureauPort, BureauRefused } from './bureau.port.js';
import { Scoring } from '../scorecard/scoring.js';

const ACTOR: Actor = { kind: 'service', service: 'risk' };
/** Longer than any attempt may take; a process that dies meanwhile gives the inquiry back after it. */
const CLAIM_MS = 60_000;

/** Sends one due inquiry to the bureau and keeps the answer: claim in a transaction, call outside of any, settle in another. */
@Injectable()
export class AskBureau {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly records: InquiryRecords,
    private readonly bureau: BureauPort,
    private readonly scoring: Scoring,
    private readonly clock: BusinessClock,
  ) {}

  /** Handles one due inquiry; false when none was due. */
  async askNext(): Promise<boolean> {
    const inquiry = await this.claim();
    if (!inquiry) return false;
    const settle = await this.ask(inquiry);
    await this.settle(inquiry.id, settle);
    return true;
  }

  private async claim(): Promise<BureauInquiry | null> {
    const now = await this.database.now();
    return this.work.run({ actor: ACTOR, operation: 'claim-bureau-inquiry' }, async (tx) => {
      const due = await this.records.inquiries.nextDue(now, tx);
      return due && this.records.inquiries.save({ ...due, nextAttemptAt: new Date(now.getTime() + CLAIM_MS) }, tx);
    });
  }

  /** What the attempt makes of the inquiry. */
  private async ask(inquiry: BureauInquiry): Promise<(current: BureauInquiry, wallTime: Date) => BureauInquiry> {
    const { requestId, identityNumber, consentId, purpose } = inquiry;
    invariant(identityNumber, 'an inquiry that is due still knows whom to ask about');
    try {
      const report = await this.bureau.inquire({ requestId, identityNumber, consentId, purpose });
      return (current) => answered(current, report, this.clock.now());
    } catch (error) {
      const problem = { text: error instanceof Error ? error.message : String(error), final: error instanceof BureauRefused };
      return (current, wallTime) => attemptFailed(current, problem, (waitMs) => new Date(wallTime.getTime() + waitMs));
    }
  }

  private async settle(inquiryId: string, outcome: (current: BureauInquiry, wallTime: Date) => BureauInquiry): Promise<void> {
    const wallTime = await this.database.now();
    const { investigations, inquiries, accessLog } = this.records;
    await this.work.run({ actor: ACTOR, operation: 'settle-bureau-inquiry' }, async (tx) => {
      const current = await inquiries.get(inquiryId, tx);
      if (current.state !== 'REQUESTED') return;
      const settled = await inquiries.save(outcome(current, wallTime), tx);
      if (settled.state === 'REQUESTED') return;
      const investigation = await investigations.get(settled.investigationId, tx);
      if (investigation.bureau?.inquiryId === settled.id) {
        const found = { ...investigation, bureau: findingOf(investigation.bureau, settled) };
        await investigations.save(await this.scoring.assess(found, this.clock.now(), tx), tx);
      }
      if (!settled.report) return;
      const { customerId, applicationId, consentId, purpose: reason } = settled;
      await accessLog.note(
        {
          kind: 'BUREAU_ANSWER',
          customerId,
          applicationId,
          objectId: settled.id,
          consentId,
          reason,
          resultHash: canonicalHash(settled.report),
        },
        tx,
      );
    });
  }
}
