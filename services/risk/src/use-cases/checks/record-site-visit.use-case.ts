import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { siteVisit } from '../../domain/checks/site-visit.js';
import type { PersonMet, PhotoEvidence, SiteVisit } from '../../domain/checks/site-visit.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { PHOTO_SUBJECT } from './request-site-photo.use-case.js';

export interface RecordSiteVisitRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly place: string;
  readonly visitedAt: Date;
  readonly peopleMet: readonly PersonMet[];
  readonly photoFileIds: readonly string[];
  readonly findings: string;
}

/** Records a site visit with its verified photos, which become evidence in the same transaction [4.10]. */
@Injectable()
export class RecordSiteVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordSiteVisitRequest): Promise<string> {
    return this.work.once({ operation: 'record-site-visit', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const recordedBy = employeeIdOf(actor);
      requireInvestigator(investigation, recordedBy);
      const { place, visitedAt, peopleMet, findings } = input;
      const checkId = newId('svt');
      const photos = await this.attach(input, checkId, tx);
      const visit: SiteVisit = { checkId, place, visitedAt, peopleMet, photos, findings, recordedBy, recordedAt: this.clock.now() };
      await this.investigations.save(withCheck(investigation, { siteVisits: [...investigation.siteVisits, siteVisit(visit)] }), tx);
      return investigation.id;
    });
  }

  private async attach(input: RecordSiteVisitRequest, checkId: string, tx: Tx): Promise<PhotoEvidence[]> {
    const subject = { kind: PHOTO_SUBJECT, id: input.investigationId };
    const photos: PhotoEvidence[] = [];
    for (const fileId of new Set(input.photoFileIds)) {
      const file = await this.files.attach(fileId, { subject, to: { kind: 'site-visit', id: checkId } }, tx);
      photos.push({ fileId, sha256: file.sha256 });
    }
    return photos;
  }
}
