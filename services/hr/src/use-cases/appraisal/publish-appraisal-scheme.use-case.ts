import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId, quarterOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkScheme } from '../../domain/appraisal/scheme.js';
import type { SchemeGate, SchemeLine } from '../../domain/appraisal/scheme.js';
import { AppraisalSchemes } from '../../persistence/appraisal/appraisal.repository.js';

export interface PublishAppraisalSchemeRequest {
  readonly requestKey?: string | null;
  readonly fromQuarter: string;
  readonly lines: readonly SchemeLine[];
  readonly gates?: readonly SchemeGate[] | null;
  readonly adjustmentLimit?: number | null;
}

/** Publishes the rule of appraisal from a quarter on; only the company's first scheme may count in the running quarter [1.7]. */
@Injectable()
export class PublishAppraisalScheme {
  constructor(
    private readonly work: UnitOfWork,
    private readonly schemes: AppraisalSchemes,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PublishAppraisalSchemeRequest): Promise<string> {
    return this.work.once({ operation: 'publish-appraisal-scheme', actor, input }, async (tx) => {
      checkScheme(input);
      const earlier = await this.schemes.forQuarter(input.fromQuarter, tx);
      if (earlier && input.fromQuarter <= quarterOf(this.clock.today()))
        throw new DomainError('SCHEME_TOO_LATE', { quarter: input.fromQuarter }, 'fromQuarter');
      if (earlier?.fromQuarter === input.fromQuarter) throw new DomainError('SCHEME_EXISTS', { quarter: input.fromQuarter }, 'fromQuarter');
      const { fromQuarter, adjustmentLimit = null } = input;
      const rule = { lines: input.lines.map(plainLine), gates: (input.gates ?? []).map(plainGate), adjustmentLimit };
      return (await this.schemes.insert({ id: newId('sch'), version: 0, fromQuarter, ...rule }, tx)).id;
    });
  }
}

const plainLine = ({ indicator, weight, target, curve }: SchemeLine): SchemeLine => ({
  ...{ indicator, weight, target },
  ...(curve ? { curve: curve.map(({ at, points }) => ({ at, points })) } : {}),
});
const plainGate = ({ kind, above, cap }: SchemeGate): SchemeGate => ({ kind, above, cap });
