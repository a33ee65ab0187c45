import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { recordCertificate, renewCertificate } from '../../domain/certificate/certificate.js';
import { Certificates } from '../../persistence/certificate/certificate.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';
import { Team } from '../team.js';
import { HOLDER_SUBJECT } from './request-certificate-file.use-case.js';

export interface RecordCertificateRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly sessionId?: string | null;
  readonly title: string;
  readonly institution: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn?: LocalDate | null;
  readonly fileId?: string | null;
  /** The certificate that this one takes the place of. */
  readonly renewsId?: string | null;
}

/** Records what an institution certified of a person, with its paper; a renewal ends the reminders of the old one [6.4]. */
@Injectable()
export class RecordCertificate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly certificates: Certificates,
    private readonly sessions: TrainingSessions,
    private readonly team: Team,
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordCertificateRequest): Promise<string> {
    return this.work.once({ operation: 'record-certificate', actor, input }, async (tx) => {
      const { employeeId, title, institution, number, issuedOn } = input;
      await this.team.requireActive(employeeId, 'employeeId', tx);
      const optional = { sessionId: input.sessionId ?? null, expiresOn: input.expiresOn ?? null, fileId: input.fileId ?? null };
      if (optional.sessionId !== null) await this.checkAttended(optional.sessionId, employeeId, tx);
      const recorded = { recordedBy: employeeIdOf(actor), recordedAt: this.clock.now() };
      const facts = { id: newId('ctf'), employeeId, title, institution, number, issuedOn, ...optional, ...recorded };
      const certificate = await this.certificates.add(recordCertificate(facts, this.clock.today()), tx);
      if (input.renewsId) {
        const old = await this.certificates.get(input.renewsId, tx);
        await this.certificates.save(renewCertificate(old, certificate), tx);
      }
      const about = { subject: { kind: HOLDER_SUBJECT, id: employeeId }, to: { kind: 'certificate', id: certificate.id } };
      if (optional.fileId !== null) await this.files.attach(optional.fileId, about, tx);
      return certificate.id;
    });
  }

  private async checkAttended(sessionId: string, employeeId: string, tx: Tx): Promise<void> {
    const session = await this.sessions.get(sessionId, tx);
    const isFit = session.kind === 'EXTERNAL' && session.attendeeIds.includes(employeeId);
    if (!isFit) throw new DomainError('CERTIFICATE_NOT_ATTENDED', { employeeId }, 'sessionId');
  }
}
