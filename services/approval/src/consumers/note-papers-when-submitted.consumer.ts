import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NotePapers } from '../use-cases/case/note-papers.use-case.js';

/** The application was handed in: its papers are nothing new from now on. */
@Injectable()
export class NotePapersWhenSubmitted extends EventConsumer<'sales.application-submitted.v1'> {
  readonly type = 'sales.application-submitted.v1';

  constructor(private readonly papers: NotePapers) {
    super();
  }

  handle({ data }: EventMessage<'sales.application-submitted.v1'>, tx: Tx): Promise<void> {
    return this.papers.handedIn(data, tx);
  }
}
