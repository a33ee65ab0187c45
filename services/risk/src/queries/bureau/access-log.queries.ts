import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { AccessRow } from '../../persistence/bureau/access-log.repository.js';
import { accessLogCollection } from '../../persistence/bureau/access-log.schema.js';

/** Who looked at personal data in risk, newest first; for those who supervise. */
@Injectable()
export class AccessLogQueries {
  constructor(private readonly database: Database) {}

  list({ customerId, ...page }: PageRequest & { customerId?: string | null }): Promise<Page<AccessRow>> {
    const filter = customerId ? { customerId } : {};
    return pageOf(this.database.model(accessLogCollection), page, {
      filter,
      map: ({ _id, ...rest }: Stored) => ({ id: _id, ...rest }) as unknown as AccessRow,
    });
  }
}
