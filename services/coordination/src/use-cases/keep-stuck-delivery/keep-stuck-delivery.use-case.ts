import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { ReceivedMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { noteSettled, noteStuck } from '../../domain/deliveries/stuck-delivery.js';
import { StuckDeliveryRows } from '../../persistence/stuck-delivery.repository.js';

const WORD = /^[a-z]+\.delivery-(stuck|settled)\.v1$/;

/** Keeps the list of what does not get on by the departments' own word [1.4]. */
@Injectable()
export class KeepStuckDelivery {
  constructor(private readonly rows: StuckDeliveryRows) {}

  async apply(message: ReceivedMessage, tx: Tx): Promise<void> {
    const word = WORD.exec(message.type)?.[1];
    if (word === 'stuck') await this.stuck(message, tx);
    if (word === 'settled') await this.settled(message, tx);
  }

  private async stuck({ source, data }: ReceivedMessage, tx: Tx): Promise<void> {
    const facts = data as EventData<'sales.delivery-stuck.v1'>;
    const known = await this.rows.ofMessage(facts.messageId, source, tx);
    await this.rows.put(noteStuck(known, { ...facts, department: source, since: new Date(facts.since) }, newId('stk')), tx);
  }

  private async settled({ source, data }: ReceivedMessage, tx: Tx): Promise<void> {
    const { messageId, outcome } = data as EventData<'sales.delivery-settled.v1'>;
    const known = await this.rows.ofMessage(messageId, source, tx);
    if (known) await this.rows.save(noteSettled(known, outcome), tx);
  }
}
