import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Nomination } from '../../domain/session/nomination.js';
import type { TrainingRequest } from '../../domain/session/training-request.js';
import { NominationQueries } from '../../queries/session/nomination.queries.js';

@Injectable()
export class NominationLoader extends EntityLoader<Nomination> {
  readonly typeName = 'TrainingNomination';

  constructor(private readonly nominations: NominationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Nomination[]> {
    return this.nominations.byIds(ids, actor);
  }
}

@Injectable()
export class TrainingRequestLoader extends EntityLoader<TrainingRequest> {
  readonly typeName = 'TrainingRequest';

  constructor(private readonly nominations: NominationQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly TrainingRequest[]> {
    return this.nominations.requestsByIds(ids);
  }
}
