import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { SecurityTask } from '../../domain/after-loan/security-task.js';
import { SecurityTaskQueries } from '../../queries/after-loan/security-task.queries.js';

@Injectable()
export class SecurityTaskLoader extends EntityLoader<SecurityTask> {
  readonly typeName = 'SecurityTask';

  constructor(private readonly queries: SecurityTaskQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly SecurityTask[]> {
    return this.queries.byIds(ids, actor);
  }
}
