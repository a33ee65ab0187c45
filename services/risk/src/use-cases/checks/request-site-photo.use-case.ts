import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FileTicket } from '@weilend/files';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireInvestigator } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { investigationMachine } from '../../domain/investigation/investigation.machine.js';

export interface RequestSitePhotoRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const MAX_PHOTO_BYTES = 20 * 1_048_576;
const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'];
/** Subject of the photos of an investigation: only a site visit of the same one may take them. */
export const PHOTO_SUBJECT = 'investigation';

/** Promises a photo of a site visit and answers with the signed URL to upload it to [4.10]. */
@Injectable()
export class RequestSitePhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly files: Files,
  ) {}

  async execute(actor: Actor, input: RequestSitePhotoRequest): Promise<FileTicket> {
    const fileId = await this.work.once({ operation: 'request-site-photo', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      requireInvestigator(investigation, employeeIdOf(actor));
      investigationMachine.next(investigation.state, 'record');
      const { fileName, contentType, sizeBytes, sha256 } = input;
      return this.files.request(
        {
          declared: { fileName, contentType, sizeBytes, sha256 },
          subject: { kind: PHOTO_SUBJECT, id: investigation.id },
          policy: { maxBytes: MAX_PHOTO_BYTES, contentTypes: PHOTO_TYPES },
        },
        actor,
        tx,
      );
    });
    return this.files.uploadTicket(fileId);
  }
}
