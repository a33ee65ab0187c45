import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { FileDossier } from '../use-cases/file-dossier/file-dossier.use-case.js';

/** A loan was paid out: its voucher goes into the dossier. */
@Injectable()
export class FileWhenDisbursed extends EventConsumer<'finance.loan-disbursed.v1'> {
  readonly type = 'finance.loan-disbursed.v1';

  constructor(private readonly dossier: FileDossier) {
    super();
  }

  handle({ data }: EventMessage<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    return this.dossier.disbursement(data, tx);
  }
}
