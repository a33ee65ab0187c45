import { Injectable } from '@nestjs/common';
import { businessDateOf } from '@weilend/kernel';
import type { ReceivedMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { factOf } from '../../domain/dashboard/company-figures.js';
import { DashboardFacts } from '../../persistence/dashboard.repository.js';
import { EventLog } from '../../persistence/event-log.repository.js';

/** Stores each message of the company once, for ever, and counts it for the dashboard when it is a figure [1.1]. */
@Injectable()
export class LogMessage {
  constructor(
    private readonly log: EventLog,
    private readonly facts: DashboardFacts,
  ) {}

  async apply(message: ReceivedMessage, tx: Tx): Promise<void> {
    await this.log.add(message.envelope, tx);
    const fact = factOf(message.type, message.data, { on: businessDateOf(new Date(message.time)), at: message.time });
    if (fact) await this.facts.add(message.id, fact, tx);
  }
}
