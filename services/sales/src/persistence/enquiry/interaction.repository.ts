import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { nextStepDueOn } from '../../domain/enquiry/interaction.js';
import type { Interaction } from '../../domain/enquiry/interaction.js';
import { interactionCollection } from './interaction.schema.js';

/** Conversations; the day of an open next step is computed at every save, so that lists can ask for it. */
@Injectable()
export class Interactions extends Repository<Interaction> {
  constructor(database: Database) {
    super(database, interactionCollection, 'interaction');
  }

  protected override toDocument({ id, ...rest }: Interaction): Record<string, unknown> {
    const due = nextStepDueOn({ id, ...rest });
    return { _id: id, ...rest, nextStepDueOn: due, promises: due !== null };
  }

  protected override toEntity(row: Stored): Interaction {
    return interactionOf(row);
  }
}

/** Row of the collection to a conversation; also for the read side. */
export function interactionOf({ _id, nextStepDueOn: _dueOn, promises: _promises, ...rest }: Stored): Interaction {
  return { id: _id, ...rest } as unknown as Interaction;
}
