import { addDays, addMonths, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Certificate } from '../certificate/certificate.js';
import type { TrainingTopic } from '../plan/training-plan.js';

/**
 * How one person stands with one topic (合规知识状况): whether his work requires it, when he last proved that he knows it - an exam passed or
 * a certificate - and until when that holds [7.7]. Somebody new, or newly required to know something, has a time of grace; what is missing or
 * has run out after its day is overdue and goes to his superior. Moving to other work and back for a while begins no new grace.
 */
export const PROOF_KINDS = ['EXAM', 'CERTIFICATE'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export interface KnowledgeProof {
  readonly kind: ProofKind;
  /** The training whose exam was passed, or the certificate that is on record; never its number, which is a secret of the person. */
  readonly reference: string;
  readonly provenOn: LocalDate;
  readonly expiresOn: LocalDate;
}

export interface KnowledgeStanding {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly topic: TrainingTopic;
  readonly required: boolean;
  /** Until when somebody who is newly required to know it has time. */
  readonly graceUntil: LocalDate | null;
  readonly proof: KnowledgeProof | null;
  /** Since when his work requires it no more; null while it does, or never did. Absent in what was stored before grace was remembered. */
  readonly releasedOn?: LocalDate | null;
  /** The last day on which all is well; null when nothing is required. What the lists and reminders read. */
  readonly dueOn: LocalDate | null;
}

export const STANDINGS = ['NOT_REQUIRED', 'VALID', 'EXPIRING', 'MISSING', 'OVERDUE'] as const;
export type StandingState = (typeof STANDINGS)[number];

export function unprovenStanding(id: string, employeeId: string, topic: TrainingTopic): KnowledgeStanding {
  return { id, version: 0, employeeId, topic, required: false, graceUntil: null, proof: null, releasedOn: null, dueOn: null };
}

/**
 * His work requires it from today on; one that required it before keeps its days. Who comes back within the days of a grace goes on with the
 * one that he had; who was away for longer than that gets a new one.
 */
export function requireTopic(standing: KnowledgeStanding, today: LocalDate, graceDays: number): KnowledgeStanding {
  if (standing.required) return standing;
  const { releasedOn, graceUntil } = standing;
  const isBack = Boolean(releasedOn) && graceUntil !== null && today <= addDays(releasedOn as LocalDate, graceDays);
  return dated({ ...standing, required: true, releasedOn: null, graceUntil: isBack ? graceUntil : addDays(today, graceDays) });
}

/** His work requires it no more, or he has left; what he proved, and the grace that he had, are kept. */
export function releaseTopic(standing: KnowledgeStanding, today: LocalDate): KnowledgeStanding {
  if (!standing.required) return standing;
  return { ...standing, required: false, releasedOn: today, dueOn: null };
}

/** Takes a proof, unless one that holds longer is there. */
export function proveTopic(standing: KnowledgeStanding, proof: KnowledgeProof): KnowledgeStanding {
  if (standing.proof && standing.proof.expiresOn >= proof.expiresOn) return standing;
  return dated({ ...standing, proof });
}

/** The proof that a passed exam is. */
export function proofByExam(sessionId: string, provenOn: LocalDate, validMonths: number): KnowledgeProof {
  return { kind: 'EXAM', reference: sessionId, provenOn, expiresOn: addMonths(provenOn, validMonths) };
}

export interface GivenCertificate {
  readonly employeeId: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate | null;
}

/**
 * The proof that a certificate of the person is: one that is on record, was not renewed, and still holds. It proves no longer than a proof
 * may, however long the institution lets it run.
 */
export function proofByCertificate(
  certificate: Certificate | null,
  given: GivenCertificate,
  on: { readonly today: LocalDate; readonly validMonths: number },
): KnowledgeProof {
  if (certificate?.employeeId !== given.employeeId || certificate.state !== 'VALID')
    throw new DomainError('CERTIFICATE_REFERENCE_INVALID', {}, 'reference');
  const { id: reference, issuedOn } = certificate;
  if (given.issuedOn !== issuedOn) throw new DomainError('CERTIFICATE_DAY_DIFFERS', { issuedOn }, 'issuedOn');
  const expiresOn = [certificate.expiresOn, given.expiresOn].reduce<LocalDate>(
    (first, end) => (end !== null && end < first ? end : first),
    addMonths(issuedOn, on.validMonths),
  );
  if (issuedOn > on.today || expiresOn < on.today || expiresOn <= issuedOn)
    throw new DomainError('CERTIFICATE_DAYS_INVALID', { today: on.today }, 'issuedOn');
  return { kind: 'CERTIFICATE', reference, provenOn: issuedOn, expiresOn };
}

/** How it stands on a day; EXPIRING within the last days of a proof, MISSING within the time of grace. */
export function standingOn({ required, proof, dueOn }: KnowledgeStanding, today: LocalDate, aheadDays: number): StandingState {
  if (!required || dueOn === null) return 'NOT_REQUIRED';
  if (dueOn < today) return 'OVERDUE';
  if (proof === null || proof.expiresOn < today) return 'MISSING';
  return proof.expiresOn <= addDays(today, aheadDays) ? 'EXPIRING' : 'VALID';
}

/** The later of the proof's last day and the grace's. */
function dated(standing: KnowledgeStanding): KnowledgeStanding {
  const { required, graceUntil, proof } = standing;
  if (!required) return { ...standing, dueOn: null };
  const proven = proof?.expiresOn ?? null;
  return { ...standing, dueOn: proven !== null && (graceUntil === null || proven > graceUntil) ? proven : graceUntil };
}
