import { DomainError } from '@weilend/kernel';
import { writtenText } from './written-text.js';

// A site visit (实地走访): where and when the investigators were, whom they met, what they saw, with photos whose content is fixed by a hash.

export interface PersonMet {
  readonly name: string;
  /** In what relation to the borrower: himself, spouse, employee, landlord … */
  readonly relation: string;
}

export interface PhotoEvidence {
  readonly fileId: string;
  readonly sha256: string;
}

export interface SiteVisit {
  readonly checkId: string;
  readonly place: string;
  readonly visitedAt: Date;
  readonly peopleMet: readonly PersonMet[];
  readonly photos: readonly PhotoEvidence[];
  readonly findings: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Checks what was seen; throws PHOTO_MISSING, PEOPLE_MET_MISSING, CHECK_IN_FUTURE or a text refusal [4.10]. */
export function siteVisit(visit: SiteVisit): SiteVisit {
  if (visit.photos.length === 0) throw new DomainError('PHOTO_MISSING', {}, 'photoFileIds');
  if (visit.peopleMet.length === 0) throw new DomainError('PEOPLE_MET_MISSING', {}, 'peopleMet');
  requireDone(visit.visitedAt, visit.recordedAt, 'visitedAt');
  return {
    ...visit,
    place: writtenText(visit.place, 'place', 4),
    findings: writtenText(visit.findings, 'findings', 10),
    peopleMet: visit.peopleMet.map(({ name, relation }) => ({
      name: writtenText(name, 'peopleMet.name', 1),
      relation: writtenText(relation, 'peopleMet.relation'),
    })),
  };
}

/** Throws CHECK_IN_FUTURE when a check is said to have been done after it is recorded. */
export function requireDone(doneAt: Date, recordedAt: Date, field: string): void {
  if (doneAt.getTime() > recordedAt.getTime()) throw new DomainError('CHECK_IN_FUTURE', {}, field);
}
