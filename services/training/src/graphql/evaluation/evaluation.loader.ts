import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationQueries } from '../../queries/evaluation/evaluation.queries.js';

@Injectable()
export class EvaluationTaskLoader extends EntityLoader<EvaluationTask> {
  readonly typeName = 'EvaluationTask';

  constructor(private readonly evaluations: EvaluationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly EvaluationTask[]> {
    return this.evaluations.byIds(ids, actor);
  }
}
