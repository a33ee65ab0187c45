import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { addCard, endCard, parseCardNumber } from '../../domain/customer/bank-card.js';
import { requireReason } from '../../domain/customer/correction.js';
import { CardDesk } from './card-desk.js';

export interface AddBankCardRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly number: string;
  readonly bank: string;
  /** The card that it takes the place of: a correction, with its reason. */
  readonly replacesId?: string | null;
  readonly reason?: string | null;
}

/** Adds a bank card to a file, or puts the right one in the place of a wrong or expired one [3.5, 3.6]. */
@Injectable()
export class AddBankCard {
  constructor(
    private readonly desk: CardDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AddBankCardRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.desk.change({ operation: 'add-bank-card', actor, input }, (cards) => {
      const number = parseCardNumber(input.number, 'number');
      const bank = input.bank.trim();
      if (bank === '') throw new DomainError('INPUT_INVALID', { problem: 'name the bank of the card' }, 'bank');
      const on = this.clock.today();
      const replacesId = input.replacesId ?? null;
      const left = replacesId ? endCard(cards, replacesId, { on, by, reason: requireReason(input.reason ?? '') }) : cards;
      return addCard(left, { id: newId('crd'), number, bank, addedOn: on, addedBy: by, replacesId });
    });
  }
}
