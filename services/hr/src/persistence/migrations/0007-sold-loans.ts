import { addMonths, newId, parseLocalDate, quartersAfter } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import { followAll } from '../../domain/indicator/hearing.js';
import type { Consequence, Heard, Saying } from '../../domain/indicator/hearing.js';

type FactRow = Omit<AppraisalFact, 'id'> & { readonly _id: string };

/** Whose loan it was is not on the facts of before: a merge of files never reaches it, and what counted as a first loan stays one. */
const NOBODY = 'unknown';
const SALE = ['LOAN_DISBURSED', 'LOAN_REVERSED'];

/**
 * Loans that were paid out when only the payout itself was kept: they are heard of now, so that what finance tells of them later finds them, and what they
 * owe is counted [5.1, 5.3]. The first instalment is due a month after the payout, as of every product of then; payments of before it are known with the
 * next one, which says what is left.
 */
export const soldLoans: Migration = {
  name: '0007-sold-loans',
  async up(database: Database): Promise<void> {
    const facts = database.collection<FactRow>('appraisal_facts');
    for await (const sale of facts.find({ kind: 'LOAN_DISBURSED' }).sort({ _id: 1 })) {
      const known = await database.collection<{ _id: string }>('sold_loans').countDocuments({ _id: sale.aboutId });
      if (known > 0) continue;
      const reversal = await facts.findOne({ aboutId: sale.aboutId, kind: 'LOAN_REVERSED' });
      const heard = [paidOut(sale), ...(reversal ? [takenBack(sale, reversal)] : [])];
      await keep(database, heard, followAll(heard));
    }
  },
};

/** What was heard and what follows first, the loan last: what broke off in between is done again, and nothing of it twice. */
async function keep(database: Database, heard: readonly Heard[], { loan, facts }: Consequence): Promise<void> {
  const sayings = database.collection<{ _id: string }>('appraisal_heard');
  for (const { id: _id, ...saying } of heard) await sayings.updateOne({ _id }, { $setOnInsert: saying as never }, { upsert: true });
  const kept = database.collection<FactRow>('appraisal_facts');
  for (const { belongsTo = null, detail = null, ...fact } of facts) {
    const { aboutId, kind, occurredOn, value } = fact;
    if (SALE.includes(kind)) await kept.updateMany({ aboutId, kind }, { $set: { belongsTo, detail } });
    else {
      const made = { ...fact, belongsTo, detail, _id: newId('fct'), version: 1 };
      await kept.updateOne({ aboutId, kind, occurredOn, value }, { $setOnInsert: made }, { upsert: true });
    }
  }
  if (!loan) return;
  const { id: _id, ...rest } = loan;
  await database
    .collection<{ _id: string }>('sold_loans')
    .updateOne({ _id }, { $setOnInsert: { ...rest, version: 1 } as never }, { upsert: true });
}

function paidOut({ _id, employeeId, aboutId, value: amountFen, marked: first, occurredOn }: FactRow): Heard {
  const disbursedOn = parseLocalDate(occurredOn);
  const days = { disbursedOn, firstDueOn: addMonths(disbursedOn, 1) };
  const loan = { id: aboutId, employeeId, customerId: `${NOBODY}:${aboutId}`, ...days, first };
  return heardAs(_id, { employeeId, aboutId, saying: { kind: 'LOAN_PAID_OUT', loan, amountFen }, closed: [] });
}

/** Counted off in the quarter of the sale, or in the first that was not closed by then: those before it were. */
function takenBack(sale: FactRow, { _id, quarter, occurredOn }: FactRow): Heard {
  const closed: string[] = [];
  for (let before = sale.quarter; before < quarter; before = quartersAfter(before, 1)) closed.push(before);
  const saying: Saying = { kind: 'LOAN_TAKEN_BACK', on: parseLocalDate(occurredOn) };
  return heardAs(_id, { employeeId: sale.employeeId, aboutId: sale.aboutId, saying, closed });
}

/** The id of the fact names the saying too: a second run finds it. */
function heardAs(factId: string, said: Omit<Heard, 'id' | 'version'>): Heard {
  return { id: factId.replace(/^fct_/, 'hrd_'), version: 1, ...said };
}
