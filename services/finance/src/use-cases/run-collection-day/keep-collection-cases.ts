import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { closeCase } from '../../domain/collection/collection-case.js';
import { standingOf } from '../../domain/loan/standing.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { OpenCollectionCases } from '../open-collection-cases.js';
import { AskAboutArrears } from './ask-about-arrears.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;
/** Loans of one transaction. */
const BATCH = 100;

/** Opens a case for every loan that is late, closes those of loans that are not, asks sales about the rest; repeated, it changes nothing. */
@Injectable()
export class KeepCollectionCases {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenCollectionCases,
    private readonly cases: CollectionCases,
    private readonly loans: Loans,
    private readonly arrears: AskAboutArrears,
    private readonly clock: BusinessClock,
  ) {}

  /** How many were opened. */
  async openLate(isStopping: () => boolean): Promise<number> {
    const loanIds = await this.cases.lateLoansWithout(this.clock.today());
    return this.each(loanIds, { operation: 'open-collection-case', isStopping }, (loanId, tx) => this.open.open(loanId, tx));
  }

  /** How many were closed. */
  async closeCurrent(isStopping: () => boolean): Promise<number> {
    const loanIds = await this.cases.currentLoansWith(this.clock.today());
    return this.each(loanIds, { operation: 'close-collection-case', isStopping }, (loanId, tx) => this.close(loanId, tx));
  }

  /** How many customers sales was asked to speak with. */
  async askSales(isStopping: () => boolean): Promise<number> {
    const loanIds = await this.arrears.candidates();
    return this.each(loanIds, { operation: 'ask-about-arrears', isStopping }, (loanId, tx) => this.arrears.apply(loanId, tx));
  }

  private async close(loanId: string, tx: Tx): Promise<boolean> {
    const today = this.clock.today();
    const [loan, one] = [await this.loans.get(loanId, tx), await this.cases.openOf(loanId, tx)];
    if (!one || standingOf(loan, today).overdueSince !== null) return false;
    await this.cases.save(closeCase(one, loan.state === 'ACTIVE' ? 'CURRENT' : 'LOAN_ENDED', today), tx);
    return true;
  }

  private async each(
    loanIds: readonly string[],
    { operation, isStopping }: { operation: string; isStopping: () => boolean },
    act: (loanId: string, tx: Tx) => Promise<boolean>,
  ): Promise<number> {
    let done = 0;
    for (let from = 0; from < loanIds.length && !isStopping(); from += BATCH) {
      done += await this.work.run({ actor: ACTOR, operation }, async (tx) => {
        let acted = 0;
        for (const loanId of loanIds.slice(from, from + BATCH)) if (await act(loanId, tx)) acted++;
        return acted;
      });
    }
    return done;
  }
}
