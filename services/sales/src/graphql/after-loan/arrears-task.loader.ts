import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ArrearsTask } from '../../domain/after-loan/arrears-task.js';
import { ArrearsTaskQueries } from '../../queries/after-loan/arrears-task.queries.js';

@Injectable()
export class ArrearsTaskLoader extends EntityLoader<ArrearsTask> {
  readonly typeName = 'ArrearsTask';

  constructor(private readonly queries: ArrearsTaskQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ArrearsTask[]> {
    return this.queries.byIds(ids, actor);
  }
}
