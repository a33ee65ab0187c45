import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { ActivityKind } from '../../domain/enquiry/lead.js';
import { Activities } from '../../persistence/enquiry/enquiry.repository.js';

export interface CreateActivityRequest {
  readonly requestKey?: string | null;
  readonly kind: ActivityKind;
  readonly name: string;
  readonly heldOn: LocalDate;
  /** Fen. */
  readonly cost: number;
}

/** Registers an offline activity with its cost, so that its leads can be counted against it [3.2]. */
@Injectable()
export class CreateActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: Activities,
  ) {}

  execute(actor: Actor, input: CreateActivityRequest): Promise<string> {
    return this.work.once({ operation: 'create-activity', actor, input }, async (tx) => {
      const name = input.name.trim();
      if (name.length < 2) throw new DomainError('NAME_INVALID', {}, 'name');
      if (input.cost < 0) throw new DomainError('INPUT_INVALID', { problem: 'a cost is not negative' }, 'cost');
      const { kind, heldOn } = input;
      const made = { id: newId('act'), version: 0, kind, name, heldOn, costFen: input.cost, createdBy: employeeIdOf(actor) };
      return (await this.activities.insert(made, tx)).id;
    });
  }
}
