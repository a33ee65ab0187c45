import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Improvement } from '../../domain/improvement/improvement.js';
import { ImprovementQueries } from '../../queries/improvement/improvement.queries.js';

@Injectable()
export class ImprovementLoader extends EntityLoader<Improvement> {
  readonly typeName = 'TrainingImprovement';

  constructor(private readonly improvements: ImprovementQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Improvement[]> {
    return this.improvements.byIds(ids);
  }
}

/** What evaluations found. */
@Injectable()
export class FoundImprovementLoader extends ListLoader<Improvement> {
  constructor(private readonly improvements: ImprovementQueries) {
    super();
  }

  protected async load(sessionIds: readonly string[]): Promise<readonly (readonly [string, Improvement])[]> {
    return (await this.improvements.ofSessions(sessionIds)).map((item) => [item.sessionId, item] as const);
  }
}

/** What plans take up. */
@Injectable()
export class AdoptedImprovementLoader extends ListLoader<Improvement> {
  constructor(private readonly improvements: ImprovementQueries) {
    super();
  }

  protected async load(planIds: readonly string[]): Promise<readonly (readonly [string, Improvement])[]> {
    return (await this.improvements.ofPlans(planIds)).map((item) => [item.planId ?? '', item] as const);
  }
}
