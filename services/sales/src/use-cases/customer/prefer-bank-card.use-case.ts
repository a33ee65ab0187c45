import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { preferCard } from '../../domain/customer/bank-card.js';
import { CardDesk } from './card-desk.js';

export interface PreferBankCardRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly cardId: string;
}

/** Notes which of his cards a customer prefers [3.5]. */
@Injectable()
export class PreferBankCard {
  constructor(private readonly desk: CardDesk) {}

  execute(actor: Actor, input: PreferBankCardRequest): Promise<string> {
    return this.desk.change({ operation: 'prefer-bank-card', actor, input }, (cards) => preferCard(cards, input.cardId));
  }
}
