import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { AccessLog } from '../../persistence/access-log.repository.js';

/** Writes a full view of personal data down for the company; the department that showed it has its own row [3.7, 7.11]. */
@Injectable()
export class RecordAccess {
  constructor(private readonly log: AccessLog) {}

  async apply({ data, source }: EventMessage<'sales.personal-data-viewed.v1'>, tx: Tx): Promise<void> {
    const { customerId, viewerId, fields, viewedAt } = data;
    const reason = data.reason.trim() === '' ? '未说明' : data.reason;
    await this.log.insert(
      { id: newId('acl'), version: 0, customerId, viewerId, reason, viewedFields: fields, viewedAt: new Date(viewedAt), source },
      tx,
    );
  }
}
