import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { requireVersion } from '../../domain/application/application.js';
import { requirePapersOpen } from '../../domain/application/desk-acts.js';
import { addDocument } from '../../domain/application/documents.js';
import type { ApplicationDocument, DocumentType } from '../../domain/application/documents.js';
import { ApplicationDesk } from './application-desk.js';

export interface AttachDocumentRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly type: DocumentType;
  readonly fileId: string;
  readonly replacesDocumentId?: string | null;
  /** Last day on which the paper holds, as it says itself. */
  readonly validUntil?: LocalDate | null;
  readonly expectedVersion?: number | null;
}

/**
 * Puts a verified file to the papers of an application, in the place of another one when it replaces it [2.10, 4.5, 4.7]. The committee hears of each by its
 * hash, for a second look [4.12].
 */
@Injectable()
export class AttachDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly files: Files,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AttachDocumentRequest): Promise<string> {
    return this.work.once({ operation: 'attach-document', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      requireVersion(application, input.expectedVersion);
      requirePapersOpen(application);
      const id = newId('doc');
      const subject = { kind: 'application', id: application.id };
      const file = await this.files.attach(input.fileId, { subject, to: { kind: 'document', id } }, tx);
      const { sha256, fileName, contentType, sizeBytes } = file;
      const described = { fileId: file.id, sha256, fileName, contentType, sizeBytes, round: application.rounds.length + 1 };
      const added: ApplicationDocument = {
        id,
        type: input.type,
        ...described,
        validUntil: input.validUntil ?? null,
        attachedAt: this.clock.now(),
        attachedBy: employeeIdOf(actor),
        judgements: [],
        replacedBy: null,
      };
      const of = { customerType: application.customerType, replacesId: input.replacesDocumentId ?? null };
      await this.desk.applications.save({ ...application, documents: addDocument(application.documents, added, of) }, tx);
      await this.outbox.add(documentAttached(application.id, added), tx);
      return application.id;
    });
  }
}

function documentAttached(applicationId: string, { id: documentId, fileId, sha256, round, attachedBy, attachedAt }: ApplicationDocument) {
  const paper = { documentId, fileId, sha256, round };
  return event('sales.document-attached.v1', applicationId, { applicationId, ...paper, attachedBy, attachedAt: attachedAt.toISOString() });
}
