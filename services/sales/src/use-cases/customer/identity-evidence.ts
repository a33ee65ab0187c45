import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { FileSubject } from '@weilend/files';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { requireReason } from '../../domain/customer/correction.js';
import { plainNumber, problemOf } from '../../domain/customer/identity-override.js';
import type { IdentityOverride, OverridableField } from '../../domain/customer/identity-override.js';
import { isManager } from '../../persistence/sales-scope.js';

export interface OverrideRequest {
  readonly field: OverridableField;
  readonly reason: string;
  /** The paper, uploaded about the customer; about the manager himself while the customer has no file yet. */
  readonly fileId: string;
  /** As the paper says it, when the number does not tell. */
  readonly birthDate?: LocalDate | null;
}

export interface OverriddenFile {
  readonly customerId: string;
  readonly number: string | null;
  readonly subject: FileSubject;
}

/** Takes the paper that a number stands on which does not pass the check; the sales manager's alone [3.6]. */
@Injectable()
export class IdentityEvidence {
  constructor(
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError OVERRIDE_NOT_PERMITTED, OVERRIDE_NOT_NEEDED, REASON_REQUIRED or FILE_NOT_VERIFIED. */
  async accept(actor: Actor, asked: OverrideRequest, of: OverriddenFile, tx: Tx): Promise<IdentityOverride> {
    if (!isManager(actor)) throw new DomainError('OVERRIDE_NOT_PERMITTED', {}, 'override');
    const { field, birthDate = null } = asked;
    const reason = requireReason(asked.reason, 'override.reason');
    const number = of.number ?? '';
    const problem = problemOf(field, number, this.clock.today());
    const file = await this.files.attach(asked.fileId, { subject: of.subject, to: { kind: 'customer', id: of.customerId } }, tx);
    return {
      ...{ id: newId('ovr'), field, value: plainNumber(number), birthDate, problem, reason },
      ...{ fileId: file.id, evidenceHash: file.sha256, by: employeeIdOf(actor), at: this.clock.now() },
    };
  }
}
