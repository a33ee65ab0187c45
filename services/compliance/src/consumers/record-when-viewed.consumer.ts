import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordAccess } from '../use-cases/record-access/record-access.use-case.js';

/** Somebody saw personal data unmasked: it goes into the access log. */
@Injectable()
export class RecordWhenViewed extends EventConsumer<'sales.personal-data-viewed.v1'> {
  readonly type = 'sales.personal-data-viewed.v1';

  constructor(private readonly record: RecordAccess) {
    super();
  }

  handle(message: EventMessage<'sales.personal-data-viewed.v1'>, tx: Tx): Promise<void> {
    return this.record.apply(message, tx);
  }
}
