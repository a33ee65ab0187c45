// I2: every entry balances, all entries together are zero, each loan's chain is whole, and what is kept beside the ledger is what the ledger says.
import type { JournalFact, MoneyFacts, Verdict } from './facts.ts';

const PRINCIPAL = '1303.loan-principal';

export interface LedgerVerdict extends Verdict {
  /** Debits less credits of everything, in fen. */
  readonly driftFen: number;
}

export function ledgerTrue(money: MoneyFacts): LedgerVerdict {
  const driftFen = money.journal.reduce((sum, entry) => sum + netOf(entry), 0);
  return {
    checked: money.journal.length,
    driftFen,
    problems: [
      ...money.journal.filter((entry) => netOf(entry) !== 0).map(({ _id }) => `entry ${_id} does not balance`),
      ...(driftFen === 0 ? [] : [`the ledger is off by ${driftFen} fen`]),
      ...chainProblems(money),
      ...money.loans.flatMap((loan) => loanProblems(loan, money.journal)),
      ...exposureProblems(money),
    ],
  };
}

const netOf = ({ lines }: JournalFact): number => lines.reduce((sum, line) => sum + line.debitFen - line.creditFen, 0);

function chainProblems({ journal, loans }: MoneyFacts): string[] {
  return [...Map.groupBy(journal, ({ stream }) => stream)].flatMap(([stream, entries]) => {
    const chain = [...entries].sort((a, b) => a.no - b.no);
    const isWhole = chain.every((entry, place) => entry.no === place + 1 && entry.prevHash === (chain[place - 1]?.hash ?? null));
    const head = loans.find(({ _id }) => _id === stream)?.chain;
    const isHead = head?.no === chain.length && head.hash === chain.at(-1)?.hash;
    return [...(isWhole ? [] : [`the chain of ${stream} is broken`]), ...(isHead ? [] : [`${stream} does not know the end of its chain`])];
  });
}

function loanProblems({ _id, outstandingFen }: MoneyFacts['loans'][number], journal: readonly JournalFact[]): string[] {
  const owed = journal
    .filter(({ stream }) => stream === _id)
    .flatMap(({ lines }) => lines)
    .filter(({ account }) => account === PRINCIPAL)
    .reduce((sum, line) => sum + line.debitFen - line.creditFen, 0);
  return owed === outstandingFen ? [] : [`loan ${_id} says ${outstandingFen} fen are owed, its entries ${owed}`];
}

function exposureProblems({ exposures, loans }: MoneyFacts): string[] {
  return exposures.flatMap((exposure) => {
    const own = loans.filter(({ customerId }) => customerId === exposure._id);
    const outstanding = own.reduce((sum, loan) => sum + loan.outstandingFen, 0);
    return exposure.outstandingFen === outstanding && exposure.loans === own.length
      ? []
      : [
          `customer ${exposure._id} is kept with ${exposure.outstandingFen} fen in ${exposure.loans} loans and has ${outstanding} in ${own.length}`,
        ];
  });
}
