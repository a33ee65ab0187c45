import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { proofByCertificate } from '../../domain/knowledge/knowledge-standing.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { Certificates } from '../../persistence/certificate/certificate.repository.js';
import { KnowledgeDesk } from './knowledge-desk.js';

export interface AcceptKnowledgeCertificateRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly topic: TrainingTopic;
  /** Id of the certificate on record. */
  readonly reference: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn?: LocalDate | null;
}

/** Accepts a certificate on record of somebody else as proof that he knows a topic; it proves it at once, also where the rules ask for it later [7.7]. */
@Injectable()
export class AcceptKnowledgeCertificate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: KnowledgeDesk,
    private readonly certificates: Certificates,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AcceptKnowledgeCertificateRequest): Promise<string> {
    return this.work.once({ operation: 'accept-knowledge-certificate', actor, input }, async (tx) => {
      const { employeeId, topic, reference, issuedOn } = input;
      if (employeeId === employeeIdOf(actor)) throw new DomainError('CERTIFICATE_OF_ONESELF', {}, 'employeeId');
      if (!(await this.directory.find(employeeId, tx))?.active)
        throw new DomainError('KNOWLEDGE_PERSON_UNKNOWN', { employeeId }, 'employeeId');
      const certificate = await this.certificates.find(reference, tx);
      const given = { employeeId, issuedOn, expiresOn: input.expiresOn ?? null };
      const proof = proofByCertificate(certificate, given, { today: this.clock.today(), validMonths: await this.desk.validMonths() });
      return this.desk.prove({ employeeId, topic }, proof, tx);
    });
  }
}
