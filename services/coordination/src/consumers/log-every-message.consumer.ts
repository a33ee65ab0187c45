import { Injectable } from '@nestjs/common';
import { EveryMessageConsumer } from '@weilend/messaging';
import type { ReceivedMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { LogMessage } from '../use-cases/log-message/log-message.use-case.js';

@Injectable()
export class LogEveryMessage extends EveryMessageConsumer {
  constructor(private readonly logMessage: LogMessage) {
    super();
  }

  handle(message: ReceivedMessage, tx: Tx): Promise<void> {
    return this.logMessage.apply(message, tx);
  }
}
