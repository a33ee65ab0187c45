import type { Database, Migration } from '@weilend/mongo';

interface PaidRow {
  readonly _id: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly facts: {
    readonly disbursed: { readonly loanId: string; readonly amountFen: unknown; readonly disbursedOn: string };
    readonly reversed?: object | null;
  };
}

/** Loans that were paid out before results were kept count like those that come after: per customer, the first that stands is his first. */
export const loanResults: Migration = {
  name: '0008-loan-results',
  async up(database: Database): Promise<void> {
    const applications = database.collection<PaidRow>('applications');
    const results = database.collection<{ _id: string; version: number; loans: object[] }>('customer_results');
    const customers = await applications.distinct('customerId', { 'facts.disbursed': { $ne: null } });
    for (const customerId of customers) {
      const paid = await applications.find({ customerId, 'facts.disbursed': { $ne: null } }).toArray();
      const loans = paid
        .map(({ _id, salespersonId, facts: { disbursed, reversed } }) => ({
          ...{ loanId: disbursed.loanId, applicationId: _id, salespersonId, amountFen: disbursed.amountFen },
          ...{ disbursedOn: disbursed.disbursedOn, reversed: Boolean(reversed) },
        }))
        .sort((a, b) => (`${a.disbursedOn} ${a.loanId}` < `${b.disbursedOn} ${b.loanId}` ? -1 : 1));
      const first = loans.find((loan) => !loan.reversed);
      const marked = loans.map((loan) => ({ ...loan, first: loan === first }));
      await results.updateOne({ _id: customerId }, { $setOnInsert: { version: 1, loans: marked } }, { upsert: true });
    }
  },
};
