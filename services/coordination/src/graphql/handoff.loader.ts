import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Handoff } from '../domain/board/handoff.js';
import { HandoffQueries } from '../queries/handoff.queries.js';

@Injectable()
export class HandoffLoader extends EntityLoader<Handoff> {
  readonly typeName = 'Handoff';

  constructor(private readonly handoffs: HandoffQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Handoff[]> {
    return this.handoffs.byIds(ids, actor);
  }
}

/** The work on applications, those of a whole page in one query. */
@Injectable()
export class ApplicationHandoffs extends ListLoader<Handoff> {
  constructor(private readonly handoffs: HandoffQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, Handoff])[]> {
    return this.handoffs.bySubjects(ids, actor);
  }
}
