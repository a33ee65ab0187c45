import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, canonicalHash } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { DossierPiece } from '../../domain/dossier/dossier.js';
import { Dossiers } from '../../persistence/dossier.repository.js';

/** Files the pieces that the departments announce, in whatever order they come [7.13]. */
@Injectable()
export class FileDossier {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: BusinessClock,
  ) {}

  /** The report that the committee read, and its decision. */
  async decision(data: EventData<'approval.decision-made.v1'>, tx: Tx): Promise<void> {
    const filedAt = this.clock.now();
    const report: DossierPiece = { kind: 'RISK_REPORT', pieceId: data.reportId, hash: data.reportHash, source: 'risk', filedAt };
    const hash = data.minutesHash ?? canonicalHash(data);
    await this.dossiers.file(
      data.applicationId,
      [report, { kind: 'DECISION', pieceId: data.decisionId, hash, source: 'approval', filedAt }],
      tx,
    );
  }

  async contract(data: EventData<'sales.contract-signed.v1'>, tx: Tx): Promise<void> {
    const piece: DossierPiece = {
      kind: 'CONTRACT',
      pieceId: data.contractId,
      hash: data.contractHash,
      source: 'sales',
      filedAt: this.clock.now(),
    };
    await this.dossiers.file(data.applicationId, [piece], tx);
  }

  /** The voucher is hashed as finance announced it. */
  async disbursement(data: EventData<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    const voucher = { kind: 'DISBURSEMENT_VOUCHER', pieceId: data.disbursementId, hash: canonicalHash(data), source: 'finance' } as const;
    await this.dossiers.file(data.applicationId, [{ ...voucher, filedAt: this.clock.now() }], tx);
  }
}
