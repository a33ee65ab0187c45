import { Injectable } from '@nestjs/common';
import type { ImportKind } from '../../domain/import/import-columns.js';
import { CustomerRows } from './customer-rows.js';
import { LeadRows } from './lead-rows.js';
import type { RowDesk } from './row-desk.js';

/** Who judges and writes the rows of which kind of file. */
@Injectable()
export class RowDesks {
  constructor(
    private readonly leads: LeadRows,
    private readonly customers: CustomerRows,
  ) {}

  of(kind: ImportKind): RowDesk<unknown> {
    return (kind === 'LEADS' ? this.leads : this.customers) as RowDesk<unknown>;
  }
}
