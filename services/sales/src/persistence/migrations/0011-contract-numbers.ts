import type { Database, Migration } from '@weilend/mongo';
import { businessDateOf } from '@weilend/kernel';
import { contractNumber, yearOf } from '../../domain/contract/contract-number.js';

interface ContractRow {
  readonly _id: string;
  readonly history: readonly { readonly at: Date }[];
}
interface TicketRow {
  readonly _id: string;
  readonly version: number;
  readonly kind: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly aboutEmployeeId: string | null;
  readonly ownerId: string;
}

/** So many rows are held in mind at once. */
const BATCH = 500;

/**
 * Contracts from before have the number of their year in the order in which they were drafted, and no review [2.12]. A complaint that lay with whom it is
 * about, or whose customer complains, goes to a manager who has nothing to do with it [3.12]. Running it again gives the same.
 */
export const contractNumbers: Migration = {
  name: '0011-contract-numbers',
  async up(database: Database): Promise<void> {
    await numberContracts(database);
    await database.collection('contracts').updateMany({ review: { $exists: false } }, { $set: { review: null } });
    await moveComplaints(database);
  },
};

async function numberContracts(database: Database): Promise<void> {
  const contracts = database.collection<ContractRow>('contracts');
  for (;;) {
    const filter = { number: { $exists: false } };
    const rows = await contracts
      .find(filter as never, { projection: { history: 1 } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    for (const [year, ofYear] of Map.groupBy(rows, ({ _id, history }) => yearOf(businessDateOf(history[0]?.at ?? madeAt(_id))))) {
      // Taken before they are given: a migration that dies half-way leaves numbers unused, never two alike.
      const first = (await takeNumbers(database, year, ofYear.length)) - ofYear.length + 1;
      await contracts.bulkWrite(
        ofYear.map(({ _id }, place) => ({
          updateOne: { filter: { _id, ...filter } as never, update: { $set: { number: contractNumber(year, first + place) } } as never },
        })),
      );
    }
    if (rows.length < BATCH) return;
  }
}

/** The last of so many numbers of a year that nobody else has. */
async function takeNumbers(database: Database, year: string, many: number): Promise<number> {
  const counts = database.collection<{ _id: string; last: number; version: number }>('contract_counts');
  const next = { $inc: { last: many, version: 1 } };
  const taken = await counts.findOneAndUpdate({ _id: year }, next, { upsert: true, returnDocument: 'after' });
  return taken?.last ?? many;
}

/** Ids begin with the moment in which they were made: ten characters of five bits. */
function madeAt(id: string): Date {
  const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
  return new Date([...id.slice(4, 14)].reduce((sum, one) => sum * 32 + ALPHABET.indexOf(one), 0));
}

async function moveComplaints(database: Database): Promise<void> {
  const tickets = database.collection<TicketRow>('feedback_tickets');
  const managers = await database
    .collection<{ _id: string }>('employee_directory')
    .find({ roles: 'sales-manager', active: true } as never)
    .sort({ _id: 1 })
    .toArray();
  const customers = database.collection<{ _id: string; ownerId: string }>('customers');
  for await (const ticket of tickets.find({ state: { $ne: 'closed' } } as never)) {
    const servedBy = (await customers.findOne({ _id: ticket.customerId }, { projection: { ownerId: 1 } }))?.ownerId ?? ticket.salespersonId;
    if (!isTouched(ticket, ticket.ownerId, servedBy)) continue;
    const keeper = managers.find(({ _id }) => !isTouched(ticket, _id, servedBy));
    // Where nobody can take it the manager's list still shows it, with whom it is about.
    if (!keeper) continue;
    const handover = {
      from: ticket.ownerId,
      to: keeper._id,
      reason: '被投诉人或其客户经理不得经办（历史数据）',
      by: 'service:sales',
      at: new Date(),
    };
    await tickets.updateOne({ _id: ticket._id, version: ticket.version }, {
      $set: { ownerId: keeper._id },
      $push: { handovers: handover },
      $inc: { version: 1 },
    } as never);
  }
}

/** As the rule was when this ran: a complaint is nothing for whom it is about, nor for whose customer it is or was. */
function isTouched({ kind, aboutEmployeeId, salespersonId }: TicketRow, employeeId: string, servedBy: string): boolean {
  return aboutEmployeeId === employeeId || (kind === 'COMPLAINT' && [salespersonId, servedBy].includes(employeeId));
}
