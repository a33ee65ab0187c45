import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteContractSigned } from '../use-cases/decision/note-contract-signed.use-case.js';

/** A contract was signed on an approval: it can no longer run out. */
@Injectable()
export class NoteWhenContractSigned extends EventConsumer<'sales.contract-signed.v1'> {
  readonly type = 'sales.contract-signed.v1';

  constructor(private readonly noteSigned: NoteContractSigned) {
    super();
  }

  handle({ data }: EventMessage<'sales.contract-signed.v1'>, tx: Tx): Promise<void> {
    return this.noteSigned.apply(data, tx);
  }
}
