import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FileTicket } from '@weilend/files';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { writtenText } from '../../domain/checks/written-text.js';
import { AccessLog } from '../../persistence/bureau/access-log.repository.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { requireViewer } from '../require-viewer.js';

export interface RevealSitePhotoRequest {
  readonly investigationId: string;
  readonly fileId: string;
  readonly reason: string;
}

/** Gives a signed URL to look at a photo of a site visit; the look is written down, with its reason [3.7]. */
@Injectable()
export class RevealSitePhoto {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly accessLog: AccessLog,
    private readonly files: Files,
  ) {}

  async execute(actor: Actor, input: RevealSitePhotoRequest): Promise<FileTicket> {
    const { fileId } = input;
    await this.work.run({ operation: 'reveal-site-photo', actor }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      requireViewer(actor, investigation);
      const known = investigation.siteVisits.some((visit) => visit.photos.some((photo) => photo.fileId === fileId));
      if (!known) throw new DomainError('NOT_FOUND', { noun: 'site photo', id: fileId });
      const { customerId, applicationId } = investigation;
      await this.accessLog.note(
        { kind: 'SITE_PHOTO_VIEW', customerId, applicationId, objectId: fileId, reason: writtenText(input.reason, 'reason', 4) },
        tx,
      );
    });
    return this.files.downloadTicket(fileId);
  }
}
