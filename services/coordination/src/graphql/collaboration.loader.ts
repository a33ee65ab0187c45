import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Collaboration } from '../domain/board/collaboration.js';
import { CollaborationQueries } from '../queries/collaboration.queries.js';

@Injectable()
export class CollaborationLoader extends EntityLoader<Collaboration> {
  readonly typeName = 'CollaborationRequest';

  constructor(private readonly collaborations: CollaborationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Collaboration[]> {
    return this.collaborations.byIds(ids, actor);
  }
}
