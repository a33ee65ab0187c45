import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { FactRebuild } from '../../domain/indicator/fact-rebuild.js';
import { IndicatorQueries } from '../../queries/indicator/indicator.queries.js';

@Injectable()
export class FactRebuildLoader extends EntityLoader<FactRebuild> {
  readonly typeName = 'FactRebuild';

  constructor(private readonly indicators: IndicatorQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly FactRebuild[]> {
    return this.indicators.rebuildsByIds(ids);
  }
}
