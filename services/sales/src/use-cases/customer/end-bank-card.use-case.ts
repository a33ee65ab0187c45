import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { endCard } from '../../domain/customer/bank-card.js';
import { requireReason } from '../../domain/customer/correction.js';
import { CardDesk } from './card-desk.js';

export interface EndBankCardRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly cardId: string;
  readonly reason: string;
}

/** Ends a bank card that is lost, closed or wrong; it stays readable with the reason [1.5, 3.6]. */
@Injectable()
export class EndBankCard {
  constructor(
    private readonly desk: CardDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EndBankCardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.desk.change({ operation: 'end-bank-card', actor, input }, (cards) =>
      endCard(cards, input.cardId, { on: this.clock.today(), by, reason: requireReason(input.reason) }),
    );
  }
}
