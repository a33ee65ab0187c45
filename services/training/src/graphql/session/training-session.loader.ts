import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { TrainingSessionQueries } from '../../queries/session/training-session.queries.js';

@Injectable()
export class TrainingSessionLoader extends EntityLoader<TrainingSession> {
  readonly typeName = 'TrainingSession';

  constructor(private readonly sessions: TrainingSessionQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly TrainingSession[]> {
    return this.sessions.byIds(ids);
  }
}
