import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId, quarterOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkScheme } from '../../domain/appraisal/scheme.js';
import type { SchemeLine } from '../../domain/appraisal/scheme.js';
import { AppraisalSchemes } from '../../persistence/appraisal/appraisal.repository.js';

export interface PublishAppraisalSchemeRequest {
  readonly requestKey?: string | null;
  readonly fromQuarter: string;
  readonly lines: readonly SchemeLine[];
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
      const lines = input.lines.map(({ indicator, weight, target }) => ({ indicator, weight, target }));
      return (await this.schemes.insert({ id: newId('sch'), version: 0, fromQuarter: input.fromQuarter, lines }, tx)).id;
    });
  }
}
