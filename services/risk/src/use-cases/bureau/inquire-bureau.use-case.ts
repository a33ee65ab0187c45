import { Injectable } from '@nestjs/common';
import { FieldCipher, maskIdentity } from '@weilend/auth';
import { addWorkingTime, BusinessClock, businessDateOf, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { inquiryConsentsInForce, permitInquiry } from '../../domain/bureau/bureau-gate.js';
import { newInquiry, requestedFinding, requestIdFor } from '../../domain/bureau/bureau-inquiry.js';
import type { Reuse } from '../../domain/bureau/bureau-inquiry.js';
import { consentToReuse } from '../../domain/bureau/bureau-reuse.js';
import { ageOn, parseIdentityNumber } from '../../domain/bureau/identity-number.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { InquiryRecords } from './inquiry-records.js';
import { InquirySignal } from './inquiry-signal.js';
import { reuseReport } from './reuse-report.js';

export interface InquireBureauRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly residentId: string;
  /** Must be the purpose consented to when it is named. */
  readonly purpose?: string | null;
}

interface Wanted {
  readonly identityNumber: string;
  readonly identityIndex: string;
  readonly purpose: string | null;
}

/**
 * Asks for a bureau inquiry (gate G2), or takes over the person's last report while it may be used. The bureau itself is called after the
 * commit, by the job.
 */
@Injectable()
export class InquireBureau {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: InquiryRecords,
    private readonly cipher: FieldCipher,
    private readonly signal: InquirySignal,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: InquireBureauRequest): Promise<string> {
    const identityIndex = this.cipher.blindIndex('identity', input.residentId.replace(/\s/g, ''));
    const { requestKey, investigationId, purpose = null } = input;
    // The request key remembers the blind index, never the number.
    const described = { requestKey, investigationId, identityIndex, purpose };
    return this.work.once({ operation: 'inquire-bureau', actor, input: described }, async (tx) => {
      const identityNumber = parseIdentityNumber(input.residentId, 'residentId');
      const investigation = await this.records.investigations.get(investigationId, tx);
      requireInvestigator(investigation, employeeIdOf(actor));
      const wanted = { identityNumber, identityIndex, purpose };
      const consent = permitInquiry(investigation, { ...wanted, today: this.clock.today() });
      const own = await this.described(investigation, wanted, employeeIdOf(actor));
      const reused = await this.reuse(investigation, { wanted, own }, tx);
      return reused ?? this.ask(investigation, { identityNumber, own: { ...own, ...consented(consent) } }, tx);
    });
  }

  /** The inquiry that takes over the stored report of the person, or null when the bureau has to be asked. */
  private async reuse(
    investigation: Investigation,
    { wanted, own }: { wanted: Wanted; own: Omit<Reuse, 'consentId' | 'purpose'> },
    tx: Tx,
  ): Promise<string | null> {
    const today = this.clock.today();
    const source = await this.records.inquiries.latestAnswer(wanted.identityIndex, tx);
    if (!source) return null;
    const validDays = await this.parameters.number('bureau.report-valid-days', today);
    const inForce = inquiryConsentsInForce(investigation.consents, today);
    const consent = consentToReuse(source, { inForce, purpose: wanted.purpose, today, validDays });
    if (!consent) return null;
    const reuse = { ...own, ...consented(consent) };
    return reuseReport(investigation, { source, reuse, records: this.records, age: ageOn(wanted.identityNumber, today) }, tx);
  }

  private async ask(
    investigation: Investigation,
    { identityNumber, own }: { identityNumber: string; own: Reuse },
    tx: Tx,
  ): Promise<string> {
    const { investigations, inquiries, accessLog } = this.records;
    if (await inquiries.pendingOf(own.identityIndex, tx)) throw new DomainError('BUREAU_INQUIRY_RUNNING');
    const before = await inquiries.latestAsked(own.identityIndex, tx);
    const requestId = (before && requestIdFor(before, own)) ?? newId('brq');
    const inquiry = newInquiry({ ...own, identityNumber, requestId, firstAttemptAt: new Date() });
    await inquiries.insert(inquiry, tx);
    const bureau = requestedFinding(inquiry, ageOn(identityNumber, this.clock.today()));
    await investigations.save(withCheck(investigation, { bureau }), tx);
    const { customerId, applicationId, consentId, purpose: reason } = inquiry;
    await accessLog.note({ kind: 'BUREAU_INQUIRY', customerId, applicationId, objectId: inquiry.id, consentId, reason }, tx);
    tx.afterCommit(() => this.signal.requested());
    return inquiry.id;
  }

  private async described({ id: investigationId, applicationId, customerId }: Investigation, wanted: Wanted, requestedBy: string) {
    const requestedAt = this.clock.now();
    const on = businessDateOf(requestedAt);
    const given = await this.parameters.duration('deadline.answer-bureau-inquiry', on);
    const dueAt = addWorkingTime(await this.parameters.calendar(on), requestedAt, given);
    const { identityIndex } = wanted;
    const maskedIdentity = maskIdentity(wanted.identityNumber);
    return { id: newId('biq'), investigationId, applicationId, customerId, identityIndex, maskedIdentity, requestedBy, requestedAt, dueAt };
  }
}

function consented({ consentId, purpose }: { consentId: string; purpose: string }) {
  return { consentId, purpose };
}
