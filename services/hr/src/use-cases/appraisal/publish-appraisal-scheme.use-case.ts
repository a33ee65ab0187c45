import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { approveScheme, proposeScheme } from '../../domain/appraisal/scheme.js';
import type { SchemeGate, SchemeLine, SchemeTime } from '../../domain/appraisal/scheme.js';
import { AppraisalSchemes } from '../../persistence/appraisal/appraisal.repository.js';

export interface PublishAppraisalSchemeRequest {
  readonly requestKey?: string | null;
  readonly fromQuarter: string;
  readonly lines: readonly SchemeLine[];
  readonly gates?: readonly SchemeGate[] | null;
  readonly adjustmentLimit?: number | null;
}

export interface ApproveAppraisalSchemeRequest {
  readonly requestKey?: string | null;
  readonly schemeId: string;
  /** The version that was read; whatever stands now when it is left out. */
  readonly version?: number | null;
}

/** The rule of appraisal from a quarter on: proposed by one person, published by another; only the company's first one may count in the running quarter [1.7]. */
@Injectable()
export class PublishAppraisalScheme {
  constructor(
    private readonly work: UnitOfWork,
    private readonly schemes: AppraisalSchemes,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws what is wrong with the scheme, SCHEME_TOO_LATE or SCHEME_EXISTS. */
  execute(actor: Actor, input: PublishAppraisalSchemeRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'publish-appraisal-scheme', actor, input }, async (tx) => {
      const { fromQuarter, adjustmentLimit = null } = input;
      const of = await this.timeOf(fromQuarter, by, tx);
      const rule = { lines: input.lines.map(plainLine), gates: (input.gates ?? []).map(plainGate), adjustmentLimit };
      const before = await this.schemes.from(fromQuarter, tx);
      const proposed = proposeScheme({ id: newId('sch'), version: 0, fromQuarter, ...rule }, before, of);
      return (await (before ? this.schemes.save(proposed, tx) : this.schemes.insert(proposed, tx))).id;
    });
  }

  /** Throws SCHEME_PUBLISHED, PROPOSAL_CHANGED, SCHEME_SAME_PERSON, SCHEME_TOO_LATE or SCHEME_EXISTS. */
  approve(actor: Actor, input: ApproveAppraisalSchemeRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'approve-appraisal-scheme', actor, input }, async (tx) => {
      const scheme = await this.schemes.get(input.schemeId, tx);
      const of = await this.timeOf(scheme.fromQuarter, by, tx);
      return (await this.schemes.save(approveScheme(scheme, { ...of, version: input.version }), tx)).id;
    });
  }

  private async timeOf(quarter: string, by: string, tx: Tx): Promise<SchemeTime & { by: string }> {
    const [earlier, isFirst] = [await this.schemes.forQuarter(quarter, tx), await this.schemes.isFirst(tx)];
    return { earlier, isFirst, today: this.clock.today(), by };
  }
}

const plainLine = ({ indicator, weight, target, curve }: SchemeLine): SchemeLine => ({
  ...{ indicator, weight, target },
  ...(curve ? { curve: curve.map(({ at, points }) => ({ at, points })) } : {}),
});
const plainGate = ({ kind, above, cap }: SchemeGate): SchemeGate => ({ kind, above, cap });
