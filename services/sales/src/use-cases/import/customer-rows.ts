import { Injectable } from '@nestjs/common';
import { maskIdentity, maskName, maskPhone } from '@weilend/auth';
import { BusinessClock, newId } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { identityNumberOf } from '../../domain/customer/customer.js';
import { readCustomerRow } from '../../domain/import/customer-row.js';
import type { CustomerClaim } from '../../domain/import/customer-row.js';
import { requireNew } from '../../domain/import/duplicates.js';
import type { Known } from '../../domain/import/duplicates.js';
import type { ImportRun, ImportSample } from '../../domain/import/import-run.js';
import { ownerOf } from '../../domain/import/lead-row.js';
import { maskedSample } from '../../domain/import/masked-sample.js';
import { newCustomer } from '../../domain/import/new-rows.js';
import { judgeRow } from '../../domain/import/row-problem.js';
import type { NamedRow } from '../../domain/import/row-problem.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import type { ImportedRow } from '../../persistence/import/import.repository.js';
import { ImportLookups } from '../../persistence/import/import-lookups.repository.js';
import { CustomerStanding } from '../grading/customer-standing.js';
import { ImportRules } from './import-rules.js';
import { orNull } from './lead-rows.js';
import type { JudgedRow, RowDesk } from './row-desk.js';

export interface CustomerDraft {
  readonly claim: CustomerClaim;
  readonly ownerId: string;
}

/** Rows of a file of customers: each opens a file on an identity that adds up, as by hand, and is announced [3.5-3.8]. */
@Injectable()
export class CustomerRows implements RowDesk<CustomerDraft> {
  constructor(
    private readonly lookups: ImportLookups,
    private readonly rules: ImportRules,
    private readonly customers: Customers,
    private readonly standing: CustomerStanding,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  keysOf(rows: readonly NamedRow[]): string[] {
    return rows.flatMap((row) => orNull(() => this.keyOf(readCustomerRow(row, this.clock.today()))) ?? []);
  }

  async judge(run: ImportRun, rows: readonly NamedRow[], inFile: Known['inFile'], tx: Tx): Promise<JudgedRow<CustomerDraft>[]> {
    const today = this.clock.today();
    const salespeople = await this.rules.salespeople(tx);
    const known = { inFile, onFile: await this.lookups.identitiesOnFile(this.keysOf(rows), tx) };
    return rows.map((row) => {
      let key: string | null = null;
      const { value: draft, problems } = judgeRow(row, () => {
        const claim = readCustomerRow(row, today);
        const ownerId = ownerOf(claim.salesperson, salespeople, run);
        key = this.keyOf(claim);
        requireNew(key, { line: row.line, column: claim.identity.type === 'MICRO_ENTERPRISE' ? 'creditCode' : 'residentId' }, known);
        return { claim, ownerId };
      });
      return { row, draft, problems, key };
    });
  }

  async write(_run: ImportRun, rows: readonly { line: number; draft: CustomerDraft }[], tx: Tx): Promise<ImportedRow[]> {
    const opening = await this.rules.opening();
    const opened = rows.map(({ draft: { claim, ownerId } }) => newCustomer(newId('cus'), claim, { ownerId, ...opening }));
    const customers = await this.standing.gradedAll(opened, 'REGISTERED', tx);
    await this.customers.insertMany(customers, tx);
    const registered = customers.map(({ id: customerId, type: customerType, ownerId, registeredOn }) =>
      event('sales.customer-registered.v1', customerId, { customerId, customerType, ownerId, registeredOn }),
    );
    await this.outbox.addMany(registered, tx);
    return rows.map(({ line }, place) => ({ line, subjectId: customers[place]?.id ?? '' }));
  }

  sample({ line, cells }: NamedRow, { claim: { identity }, ownerId }: CustomerDraft): ImportSample {
    const values = { ...cells, ...identity, salesperson: ownerId };
    return maskedSample('CUSTOMERS', { line, values }, { name: maskName, phone: maskPhone, identity: maskIdentity });
  }

  private keyOf({ identity }: CustomerClaim): string {
    return this.lookups.keyOf('identity', identityNumberOf(identity));
  }
}
