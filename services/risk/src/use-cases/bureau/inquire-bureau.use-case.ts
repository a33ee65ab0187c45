import { Injectable } from '@nestjs/common';
import { FieldCipher, maskIdentity } from '@weilend/auth';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { permitInquiry } from '../../domain/bureau/bureau-gate.js';
import { newInquiry, requestedFinding } from '../../domain/bureau/bureau-inquiry.js';
import { ageOn, parseIdentityNumber } from '../../domain/bureau/identity-number.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import { AccessLog } from '../../persistence/bureau/access-log.repository.js';
import { BureauInquiries } from '../../persistence/bureau/bureau-inquiry.repository.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { InquirySignal } from './inquiry-signal.js';

export interface InquireBureauRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly residentId: string;
  /** Must be the purpose consented to when it is named. */
  readonly purpose?: string | null;
}

/** What the repositories of this act are, so that its constructor stays short. */
@Injectable()
export class InquiryRecords {
  constructor(
    readonly investigations: Investigations,
    readonly inquiries: BureauInquiries,
    readonly accessLog: AccessLog,
  ) {}
}

/** Asks for a bureau inquiry (gate G2). The bureau itself is called after the commit, by the job. */
@Injectable()
export class InquireBureau {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: InquiryRecords,
    private readonly cipher: FieldCipher,
    private readonly signal: InquirySignal,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: InquireBureauRequest): Promise<string> {
    const identityIndex = this.cipher.blindIndex('identity', input.residentId.replace(/\s/g, ''));
    // The request key remembers the blind index, never the number.
    const described = {
      requestKey: input.requestKey,
      investigationId: input.investigationId,
      identityIndex,
      purpose: input.purpose ?? null,
    };
    return this.work.once({ operation: 'inquire-bureau', actor, input: described }, async (tx) => {
      const identityNumber = parseIdentityNumber(input.residentId, 'residentId');
      const { investigations, inquiries, accessLog } = this.records;
      const investigation = await investigations.get(input.investigationId, tx);
      requireInvestigator(investigation, employeeIdOf(actor));
      const consent = permitInquiry(investigation, { purpose: described.purpose, identityIndex, today: this.clock.today() });
      const { applicationId, customerId } = investigation;
      const inquiry = newInquiry({
        ...{ id: newId('biq'), requestId: newId('brq'), investigationId: investigation.id, applicationId, customerId },
        ...{ consentId: consent.consentId, purpose: consent.purpose, identityNumber, maskedIdentity: maskIdentity(identityNumber) },
        ...{ requestedBy: employeeIdOf(actor), requestedAt: this.clock.now(), firstAttemptAt: new Date() },
      });
      await inquiries.insert(inquiry, tx);
      const bureau = requestedFinding(inquiry, ageOn(identityNumber, this.clock.today()));
      await investigations.save(withCheck(investigation, { bureau }), tx);
      await accessLog.note(
        { kind: 'BUREAU_INQUIRY', customerId, applicationId, objectId: inquiry.id, consentId: consent.consentId, reason: consent.purpose },
        tx,
      );
      tx.afterCommit(() => this.signal.requested());
      return inquiry.id;
    });
  }
}
