import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FileTicket } from '@weilend/files';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { maySeeTrainingOf } from '../../domain/session/who-may-see.js';
import { Certificates } from '../../persistence/certificate/certificate.repository.js';

export interface OpenCertificateRequest {
  readonly certificateId: string;
}

export interface OpenedCertificate {
  readonly number: string;
  readonly file: FileTicket | null;
}

/** The full number and the paper of a certificate, for its holder and for who looks after training; each opening leaves an audit row. */
@Injectable()
export class OpenCertificate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly certificates: Certificates,
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: EmployeeActor, input: OpenCertificateRequest): Promise<OpenedCertificate> {
    const { number, fileId } = await this.work.run({ operation: 'open-certificate', actor }, async (tx) => {
      const certificate = await this.certificates.get(input.certificateId, tx);
      if (!maySeeTrainingOf(actor, certificate.employeeId)) throw new DomainError('NOT_FOUND', { noun: 'certificate', id: certificate.id });
      return this.certificates.save({ ...certificate, openedBy: actor.employeeId, openedAt: this.clock.now() }, tx);
    });
    return { number, file: fileId === null ? null : await this.files.downloadTicket(fileId) };
  }
}
