import { DomainError } from '@weilend/kernel';

// A correction (更正) of what a customer's file says: the old value is never lost, the new one never comes without a reason and a person.
// Personal values are kept encrypted in the history as they are in the file; this module sees only which fields moved.

/** Fields of the identity that can be corrected. The kind of customer cannot: that is another customer. */
export const CORRECTABLE = ['name', 'residentId', 'creditCode', 'representativeName', 'phone', 'address'] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];
export type Correctables = Readonly<Record<CorrectableField, string | null>>;

export interface CorrectedField {
  readonly field: CorrectableField;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** What a correction changes. Throws DomainError CORRECTION_EMPTY when nothing differs. */
export function correctedFields(before: Correctables, after: Correctables): readonly CorrectedField[] {
  const changed = CORRECTABLE.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) throw new DomainError('CORRECTION_EMPTY');
  return changed.map((field) => ({ field, oldValue: before[field], newValue: after[field] }));
}

/** The business has another legal representative than the file said; one who was not on file before is no change. */
export function namesAnother(fields: readonly CorrectedField[]): boolean {
  return fields.some(({ field, oldValue }) => field === 'representativeName' && oldValue !== null);
}

const REASON_LENGTH = 4;

/** Trims a reason that somebody will read later. Throws DomainError REASON_REQUIRED. */
export function requireReason(reason: string, field = 'reason'): string {
  const text = reason.trim();
  if ([...text].length < REASON_LENGTH) throw new DomainError('REASON_REQUIRED', { atLeast: REASON_LENGTH }, field);
  return text;
}
