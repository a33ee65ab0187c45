import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkLadder } from '../../domain/career/ladder.js';
import type { CareerLadder } from '../../domain/career/ladder.js';
import { CareerLadders } from '../../persistence/career/career.repository.js';

export interface PublishCareerLadderRequest extends Pick<CareerLadder, 'effectiveFrom' | 'levels' | 'reason'> {
  readonly requestKey?: string | null;
}

/** Publishes what each level of the ladder asks for, from a day on [6.10]. */
@Injectable()
export class PublishCareerLadder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ladders: CareerLadders,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws LADDER_EXISTS, or what is wrong with the ladder, all at once. */
  execute(actor: Actor, input: PublishCareerLadderRequest): Promise<string> {
    return this.work.once({ operation: 'publish-career-ladder', actor, input }, async (tx) => {
      const { effectiveFrom, levels, reason } = input;
      checkLadder(input, this.clock.today());
      if (await this.ladders.from(effectiveFrom, tx)) throw new DomainError('LADDER_EXISTS', { from: effectiveFrom }, 'effectiveFrom');
      const ladder = { id: newId('ldr'), version: 0, effectiveFrom, levels, reason, publishedBy: actorRef(actor) };
      return (await this.ladders.insert(ladder, tx)).id;
    });
  }
}
