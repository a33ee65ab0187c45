import type { LocalDate } from '@weilend/kernel';
import type { Consent } from './consent.js';
import type { CorrectableField } from './correction.js';
import type { CustomerKind } from './customer.js';
import type { Profile } from './profile.js';
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

export interface GradeEntry extends GradeResult {
  readonly gradedOn: LocalDate;
  readonly by: string;
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
  readonly corrections: readonly Correction[];
  readonly grades: readonly GradeEntry[];
  readonly nextVisitOn: LocalDate;
  readonly owners: readonly { readonly ownerId: string; readonly since: LocalDate; readonly reason: string }[];
}
