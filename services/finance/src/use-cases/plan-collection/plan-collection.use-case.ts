import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { endHardship, noteHardship, planNextAction } from '../../domain/collection/collection-case.js';
import type { CollectionCase } from '../../domain/collection/collection-case.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import { OpenCollectionCases } from '../open-collection-cases.js';

export interface PlanCollectionRequest {
  readonly requestKey?: string | null;
  readonly loanId: string;
  /** Null takes the plan away. */
  readonly nextActionOn: LocalDate | null;
}

export interface NoteHardshipRequest {
  readonly requestKey?: string | null;
  readonly loanId: string;
  /** Why the borrower cannot pay; null when the hardship is over. */
  readonly reason: string | null;
}

/** What is done next about a late loan, and whether its borrower is in hardship [7.4]. */
@Injectable()
export class PlanCollection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenCollectionCases,
    private readonly cases: CollectionCases,
    private readonly clock: BusinessClock,
  ) {}

  /** The loan's id. */
  execute(actor: Actor, input: PlanCollectionRequest): Promise<string> {
    return this.change('plan-collection', actor, input, (one) => planNextAction(one, input.nextActionOn, this.clock.today()));
  }

  noteHardship(actor: Actor, input: NoteHardshipRequest): Promise<string> {
    const { reason } = input;
    const noted = { since: this.clock.today(), notedBy: actorRef(actor) };
    return this.change('note-hardship', actor, input, (one) => (reason === null ? endHardship(one) : noteHardship(one, reason, noted)));
  }

  private change(
    operation: string,
    actor: Actor,
    input: PlanCollectionRequest | NoteHardshipRequest,
    apply: (one: CollectionCase) => CollectionCase,
  ): Promise<string> {
    return this.work.once({ operation, actor, input }, async (tx) => {
      const { one } = await this.open.of(input.loanId, tx);
      await this.cases.save(apply(one), tx);
      return input.loanId;
    });
  }
}
