import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NotePapers } from '../use-cases/case/note-papers.use-case.js';

/** A paper was put to an application: it exists, so a second look may name it. */
@Injectable()
export class NotePaperWhenAttached extends EventConsumer<'sales.document-attached.v1'> {
  readonly type = 'sales.document-attached.v1';

  constructor(private readonly papers: NotePapers) {
    super();
  }

  handle({ data }: EventMessage<'sales.document-attached.v1'>, tx: Tx): Promise<void> {
    return this.papers.attached(data, tx);
  }
}
