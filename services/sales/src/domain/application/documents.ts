import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { CustomerKind } from '../customer/customer.js';

// The documents of an application (申请资料): identity, income, assets, and the licence of a business. Each gets three verdicts: is it
// complete, is it true, is it valid (齐全、真实、有效). An application moves on only while every verdict of every current document is yes and
// none has run out. A document that takes the place of another leaves the other readable.

export const DOCUMENT_TYPES = ['IDENTITY', 'INCOME', 'ASSETS', 'BUSINESS_LICENCE', 'OTHER'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface Verdicts {
  readonly isComplete: boolean;
  readonly isTrue: boolean;
  readonly isValid: boolean;
  /** Needed when one is no. */
  readonly reason: string | null;
}

export interface Judgement extends Verdicts {
  readonly by: string;
  readonly at: Date;
}

export interface ApplicationDocument {
  readonly id: string;
  readonly type: DocumentType;
  readonly fileId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly round: number;
  /** Last day on which the paper holds, as it says itself; null when it has none. */
  readonly validUntil: LocalDate | null;
  readonly attachedAt: Date;
  readonly attachedBy: string;
  /** Every judgement, oldest first; the last one counts. */
  readonly judgements: readonly Judgement[];
  /** The document that took its place; it counts no more. */
  readonly replacedBy: string | null;
}

const FOR_PERSONS: readonly DocumentType[] = ['IDENTITY', 'INCOME', 'ASSETS'];

/** The documents that a kind of customer must bring [4.5]. */
export function requiredDocuments(type: CustomerKind): readonly DocumentType[] {
  return type === 'INDIVIDUAL' ? FOR_PERSONS : [...FOR_PERSONS, 'BUSINESS_LICENCE'];
}

export function currentDocuments(documents: readonly ApplicationDocument[]): readonly ApplicationDocument[] {
  return documents.filter((document) => document.replacedBy === null);
}

export const lastJudgement = (document: ApplicationDocument): Judgement | null => document.judgements.at(-1) ?? null;

/** Adds a document, in the place of another when it replaces one. Throws DOCUMENT_NOT_WANTED or DOCUMENT_UNKNOWN. */
export function addDocument(
  documents: readonly ApplicationDocument[],
  added: ApplicationDocument,
  of: { customerType: CustomerKind; replacesId: string | null },
): readonly ApplicationDocument[] {
  if (added.type === 'BUSINESS_LICENCE' && of.customerType === 'INDIVIDUAL')
    throw new DomainError('DOCUMENT_NOT_WANTED', { customerType: of.customerType, type: added.type }, 'type');
  const replaced = of.replacesId ? requireCurrent(documents, of.replacesId) : null;
  return [...documents.map((document) => (document === replaced ? { ...document, replacedBy: added.id } : document)), added];
}

/** Adds a judgement to a current document. Throws DOCUMENT_UNKNOWN, or VERDICT_REASON_MISSING for an unexplained no [4.6]. */
export function judge(documents: readonly ApplicationDocument[], documentId: string, judgement: Judgement): readonly ApplicationDocument[] {
  const document = requireCurrent(documents, documentId);
  const allYes = judgement.isComplete && judgement.isTrue && judgement.isValid;
  if (!allYes && !judgement.reason?.trim()) throw new DomainError('VERDICT_REASON_MISSING', {}, 'reason');
  return documents.map((one) => (one === document ? { ...one, judgements: [...one.judgements, judgement] } : one));
}

/** Everything that keeps the documents from passing: missing types, documents not judged, verdicts that are no, papers that ran out [4.5, 4.6]. */
export function documentProblems(type: CustomerKind, documents: readonly ApplicationDocument[], today: LocalDate): DomainError[] {
  const current = currentDocuments(documents);
  const missing = requiredDocuments(type)
    .filter((wanted) => !current.some((document) => document.type === wanted))
    .map((wanted) => new DomainError('DOCUMENT_MISSING', { type: wanted }, `documents.${wanted}`));
  return [...missing, ...current.flatMap((document) => problemsOf(document, today))];
}

/** The first day on which a current document will have run out is the day after this one; null when none has a last day. */
export function documentExpiresOn(documents: readonly ApplicationDocument[]): LocalDate | null {
  const days = currentDocuments(documents).flatMap(({ validUntil }) => (validUntil ? [validUntil] : []));
  return days.sort()[0] ?? null;
}

export function problemsOf(document: ApplicationDocument, today: LocalDate): DomainError[] {
  const { type, validUntil } = document;
  const field = `documents.${type}`;
  const expired = validUntil && today > validUntil ? [new DomainError('DOCUMENT_EXPIRED', { type, validUntil }, field)] : [];
  const judgement = lastJudgement(document);
  if (!judgement) return [...expired, new DomainError('DOCUMENT_NOT_JUDGED', { type }, field)];
  const negative = [judgement.isComplete ? '' : 'complete', judgement.isTrue ? '' : 'true', judgement.isValid ? '' : 'valid'].filter(
    (word) => word !== '',
  );
  return negative.length === 0 ? expired : [...expired, new DomainError('DOCUMENT_NEGATIVE', { type, verdicts: negative }, field)];
}

function requireCurrent(documents: readonly ApplicationDocument[], documentId: string): ApplicationDocument {
  const found = currentDocuments(documents).find((document) => document.id === documentId);
  if (!found) throw new DomainError('DOCUMENT_UNKNOWN', { documentId }, 'documentId');
  return found;
}
