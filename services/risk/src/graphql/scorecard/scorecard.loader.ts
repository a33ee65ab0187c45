import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import { ScorecardQueries } from '../../queries/scorecard/scorecard.queries.js';
import { viewOf } from './scorecard-view.js';
import type { ScorecardType } from './scorecard.type.js';

@Injectable()
export class ScorecardLoader extends EntityLoader<ScorecardType> {
  readonly typeName = 'Scorecard';

  constructor(private readonly scorecards: ScorecardQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly ScorecardType[]> {
    return (await this.scorecards.byIds(ids)).map(viewOf);
  }
}
