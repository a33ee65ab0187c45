import { Injectable } from '@nestjs/common';
import { BusinessClock, canonicalHash, invariant, troubleOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { answered, attemptBegun, attemptFailed, findingOf } from '../../domain/bureau/bureau-inquiry.js';
import type { AttemptProblem, BureauInquiry } from '../../domain/bureau/bureau-inquiry.js';
import { InquiryRecords } from './inquiry-records.js';
import { BureauFailure, BureauPatience, BureauPort } from './bureau.port.js';

const ACTOR: Actor = { kind: 'service', service: 'risk' };
/** Longer than any attempt may take, that of a probe waited for included; a process that dies meanwhile gives the inquiry back after it. */
const CLAIM_MS = 120_000;

type Outcome = (current: BureauInquiry, wallTime: Date) => BureauInquiry;

/** Sends one due inquiry to the bureau and keeps the answer: claim in a transaction, call outside of any, settle in another. */
@Injectable()
export class AskBureau {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly records: InquiryRecords,
    private readonly bureau: BureauPort,
    private readonly patience: BureauPatience,
    private readonly clock: BusinessClock,
  ) {}

  /** Handles one due inquiry and gives what it came to; null when none was due. */
  async askNext(): Promise<BureauInquiry | null> {
    const inquiry = await this.claim();
    return inquiry && this.settle(inquiry.id, await this.ask(inquiry));
  }

  private async claim(): Promise<BureauInquiry | null> {
    const now = await this.database.now();
    return this.work.run({ actor: ACTOR, operation: 'claim-bureau-inquiry' }, async (tx) => {
      const due = await this.records.inquiries.nextDue(now, tx);
      return due && this.records.inquiries.save(attemptBegun(due, new Date(now.getTime() + CLAIM_MS)), tx);
    });
  }

  /** What the attempt makes of the inquiry. */
  private async ask(inquiry: BureauInquiry): Promise<Outcome> {
    const { requestId, identityNumber, consentId, purpose } = inquiry;
    invariant(identityNumber, 'an inquiry that is due still knows whom to ask about');
    try {
      const report = await this.bureau.inquire({ requestId, identityNumber, consentId, purpose });
      return (current) => answered(current, report, this.clock.now());
    } catch (error) {
      const problem = problemOf(error);
      const spread = Math.random();
      return (current, wallTime) =>
        attemptFailed(current, problem, { plan: this.patience, spread, retryAt: (waitMs) => new Date(wallTime.getTime() + waitMs) });
    }
  }

  /** An answer to what was answered or called off meanwhile is dropped: an inquiry ends once. */
  private async settle(inquiryId: string, outcome: Outcome): Promise<BureauInquiry> {
    const wallTime = await this.database.now();
    const { inquiries, channel } = this.records;
    return this.work.run({ actor: ACTOR, operation: 'settle-bureau-inquiry' }, async (tx) => {
      const current = await inquiries.get(inquiryId, tx);
      if (current.state !== 'REQUESTED') return current;
      const settled = await inquiries.save(outcome(current, wallTime), tx);
      await channel.note({ circuit: this.bureau.circuit(), lastTrouble: settled.trouble, at: this.clock.now() }, tx);
      await this.noteAccess(settled, { refused: settled.answersRefused > current.answersRefused }, tx);
      if (settled.state !== 'REQUESTED') await this.tellInvestigation(settled, tx);
      await this.records.signals.bureauAnswered(settled, tx);
      return settled;
    });
  }

  private async tellInvestigation(settled: BureauInquiry, tx: Tx): Promise<void> {
    const { investigations, scoring } = this.records;
    const investigation = await investigations.get(settled.investigationId, tx);
    if (investigation.bureau?.inquiryId !== settled.id) return;
    const found = { ...investigation, bureau: findingOf(investigation.bureau, settled) };
    await investigations.save(await scoring.assess(found, this.clock.now(), tx), tx);
  }

  private async noteAccess(settled: BureauInquiry, { refused }: { refused: boolean }, tx: Tx): Promise<void> {
    const { customerId, applicationId, consentId, purpose: reason, id: objectId, report } = settled;
    const about = { customerId, applicationId, objectId, consentId, reason };
    if (refused) await this.records.accessLog.note({ ...about, kind: 'BUREAU_ANSWER_REFUSED' }, tx);
    if (report) await this.records.accessLog.note({ ...about, kind: 'BUREAU_ANSWER', resultHash: canonicalHash(report) }, tx);
  }
}

function problemOf(error: unknown): AttemptProblem {
  if (error instanceof BureauFailure) return { code: error.code, atLeastMs: error.atLeastMs };
  return { code: 'UNEXPECTED', atLeastMs: 0, where: troubleOf(error) };
}
