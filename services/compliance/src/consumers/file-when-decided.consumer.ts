import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { FileDossier } from '../use-cases/file-dossier/file-dossier.use-case.js';

/** The committee decided: report and decision go into the dossier. */
@Injectable()
export class FileWhenDecided extends EventConsumer<'approval.decision-made.v1'> {
  readonly type = 'approval.decision-made.v1';

  constructor(private readonly dossier: FileDossier) {
    super();
  }

  handle({ data }: EventMessage<'approval.decision-made.v1'>, tx: Tx): Promise<void> {
    return this.dossier.decision(data, tx);
  }
}
