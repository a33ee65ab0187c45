import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { CallMajorMatter } from '../use-cases/call-major-matter/call-major-matter.use-case.js';

@Injectable()
export class MeetWhenWatchEscalated extends EventConsumer<'risk.watch-escalated.v1'> {
  readonly type = 'risk.watch-escalated.v1';

  constructor(private readonly callMajorMatter: CallMajorMatter) {
    super();
  }

  handle({ data }: EventMessage<'risk.watch-escalated.v1'>, tx: Tx): Promise<void> {
    return this.callMajorMatter.ofWatch(data, tx);
  }
}
