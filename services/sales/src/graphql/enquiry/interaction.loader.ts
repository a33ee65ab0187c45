import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Interaction } from '../../domain/enquiry/interaction.js';
import { InteractionQueries } from '../../queries/enquiry/interaction.queries.js';

@Injectable()
export class InteractionLoader extends EntityLoader<Interaction> {
  readonly typeName = 'Interaction';

  constructor(private readonly queries: InteractionQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Interaction[]> {
    return this.queries.byIds(ids, actor);
  }
}
