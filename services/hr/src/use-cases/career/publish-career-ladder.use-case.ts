import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { approveLadder, checkLadder } from '../../domain/career/ladder.js';
import type { CareerLadder } from '../../domain/career/ladder.js';
import { CareerLadders } from '../../persistence/career/career.repository.js';

export interface PublishCareerLadderRequest extends Pick<CareerLadder, 'effectiveFrom' | 'levels' | 'reason'> {
  readonly requestKey?: string | null;
}
export interface ApproveCareerLadderRequest {
  readonly requestKey?: string | null;
  readonly ladderId: string;
  /** The version that was read; whatever stands now when it is left out. */
  readonly version?: number | null;
}

/** Publishes what each level of the ladder asks for, from a coming day on; it counts once somebody else has approved it [6.10]. */
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
      await this.checkDay(effectiveFrom, tx);
      const ladder = { id: newId('ldr'), version: 0, effectiveFrom, levels, reason, publishedBy: actorRef(actor), approvedBy: null };
      return (await this.ladders.insert(ladder, tx)).id;
    });
  }

  /** Throws LADDER_APPROVED, PROPOSAL_CHANGED, LADDER_SAME_PERSON, LADDER_IN_THE_PAST or LADDER_EXISTS. */
  approve(actor: Actor, input: ApproveCareerLadderRequest): Promise<string> {
    return this.work.once({ operation: 'approve-career-ladder', actor, input }, async (tx) => {
      const ladder = await this.ladders.get(input.ladderId, tx);
      const approved = approveLadder(ladder, { by: actorRef(actor), today: this.clock.today(), version: input.version });
      await this.checkDay(ladder.effectiveFrom, tx);
      return (await this.ladders.save(approved, tx)).id;
    });
  }

  private async checkDay(from: LocalDate, tx: Tx): Promise<void> {
    if (await this.ladders.from(from, tx)) throw new DomainError('LADDER_EXISTS', { from }, 'effectiveFrom');
  }
}
