import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { FileDossier } from '../use-cases/file-dossier/file-dossier.use-case.js';

/** A contract was signed: it goes into the dossier. */
@Injectable()
export class FileWhenContractSigned extends EventConsumer<'sales.contract-signed.v1'> {
  readonly type = 'sales.contract-signed.v1';

  constructor(private readonly dossier: FileDossier) {
    super();
  }

  handle({ data }: EventMessage<'sales.contract-signed.v1'>, tx: Tx): Promise<void> {
    return this.dossier.contract(data, tx);
  }
}
