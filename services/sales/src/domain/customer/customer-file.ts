import type { LocalDate } from '@weilend/kernel';
import type { BankCard } from './bank-card.js';
import type { Consent } from './consent.js';
import type { CorrectableField } from './correction.js';
import type { CustomerKind } from './customer.js';
import type { IdentityOverride } from './identity-override.js';
import type { Profile } from './profile.js';
import type { LateLoan } from './scorecard/criterion.js';
import type { GradeResult } from './scorecard/grade.js';

// The file of a customer (客户档案): who he is, whose customer he is, what is known of him, what he consented to, every correction with its
// reason, every grade with its score, and when he is visited next.

export interface Correction {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly fields: readonly { readonly field: CorrectableField; readonly oldValue: string | null; readonly newValue: string | null }[];
}

/** What a grade was given on: by hand, when the file was opened or changed, a loan ran late or better, files were merged, or it was old. */
export const GRADE_CAUSES = ['BY_HAND', 'REGISTERED', 'PROFILE', 'CORRECTION', 'LOAN', 'MERGE', 'SCHEDULE'] as const;
export type GradeCause = (typeof GRADE_CAUSES)[number];

export interface GradeEntry extends GradeResult {
  readonly gradedOn: LocalDate;
  /** The person, or `system` on schedule. */
  readonly by: string;
  /** Unknown for grades from before it was kept. */
  readonly cause: GradeCause | null;
}

/** A file that was found to be of this customer too. */
export interface MergedFile {
  readonly customerId: string;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
  readonly entryErrorFileId: string | null;
}

export interface Customer {
  readonly id: string;
  readonly version: number;
  readonly type: CustomerKind;
  readonly name: string;
  readonly residentId: string;
  readonly creditCode: string | null;
  readonly representativeName: string | null;
  readonly phone: string;
  readonly address: string;
  readonly ownerId: string;
  readonly leadId: string | null;
  readonly registeredOn: LocalDate;
  /** When the profile became complete for the first time [3.5]. */
  readonly filedAt: Date | null;
  readonly profile: Profile;
  readonly consents: readonly Consent[];
  readonly cards: readonly BankCard[];
  /** Numbers that the sales manager accepted although they do not pass the check. */
  readonly overrides: readonly IdentityOverride[];
  readonly corrections: readonly Correction[];
  readonly grades: readonly GradeEntry[];
  /** The day on which the grade is too old; null on a merged file. */
  readonly regradeDueOn: LocalDate | null;
  /** Loans of ours that are or were late, as finance told. */
  readonly lateLoans: readonly LateLoan[];
  readonly nextVisitOn: LocalDate;
  /** Set when another file took this one over. */
  readonly merged: { readonly intoId: string; readonly by: string; readonly at: Date; readonly reason: string } | null;
  readonly merges: readonly MergedFile[];
  readonly owners: readonly { readonly ownerId: string; readonly since: LocalDate; readonly reason: string }[];
}
