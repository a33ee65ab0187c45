import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import type { Recusal } from '../../domain/case/approval-case.js';
import { recuse } from '../../domain/case/ballot.js';
import { quorumOutlook } from '../../domain/case/circulation.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';
import { Committee } from '../committee/committee.js';
import { Sittings } from '../session/sittings.js';

/** A member stands aside; a case that thereby loses its quorum goes to the next sitting instead of standing still [4.12, gate G4]. */
@Injectable()
export class Recusals {
  constructor(
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
    private readonly sittings: Sittings,
  ) {}

  async standAside(approvalCase: StoredCase, recusal: Recusal, tx: Tx): Promise<void> {
    const aside = recuse(approvalCase, recusal);
    const { broken } = quorumOutlook(aside, await this.committee.roll(tx), this.committee.today());
    await this.cases.save(broken ? await this.sittings.toNext(aside, 'QUORUM_BROKEN', tx) : aside, tx);
  }
}
