import { Injectable } from '@nestjs/common';
import type { Fen } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { BorrowerGroup } from '../domain/exposure/borrower-group.js';
import { checkLimits, standingsOf } from '../domain/exposure/concentration.js';
import { lending, moveBalance, moveExposure, releasing, repaying, reserving } from '../domain/exposure/exposure.js';
import type { Move } from '../domain/exposure/exposure.js';
import type { LoanUse } from '../domain/exposure/loan-use.js';
import { BorrowerGroups } from '../persistence/borrower-group.repository.js';
import { Exposures } from '../persistence/exposure.repository.js';
import type { StoredExposure } from '../persistence/exposure.repository.js';
import { LendingPolicies } from '../persistence/lending-policies.js';

/** Whose balance a payment changes, and which part of it: an order or a loan. */
export interface Borrowing {
  readonly customerId: string;
  readonly loanUse: LoanUse;
}

interface Rows {
  readonly borrower: StoredExposure;
  readonly group: BorrowerGroup | null;
}

/**
 * The balance of a borrower and of his group, and the limits in force; every change writes the borrower's row and the group's, so that payments at once
 * conflict, whichever members they are of [1.2, 7.3, G7].
 */
@Injectable()
export class BorrowerExposures {
  constructor(
    private readonly exposures: Exposures,
    private readonly groups: BorrowerGroups,
    private readonly policies: LendingPolicies,
  ) {}

  /** What payments of this customer meet on: let them take turns on it. */
  turnOf(customerId: string): Promise<string> {
    return this.exposures.busiestRow(customerId).then((row) => `exposure:${row}`);
  }

  /** Throws DomainError with the limit that the amount would pass; changes nothing. */
  async check(of: Borrowing, amountFen: Fen, tx: Tx): Promise<void> {
    await this.judge(await this.rows(of.customerId, tx), of, amountFen);
  }

  /** Throws DomainError with the limit that the amount would pass. */
  async reserve(of: Borrowing, amountFen: Fen, tx: Tx): Promise<void> {
    const rows = await this.rows(of.customerId, tx);
    await this.judge(rows, of, amountFen);
    await this.move(rows, of, reserving(amountFen), tx);
  }

  async release(of: Borrowing, amountFen: Fen, tx: Tx): Promise<void> {
    await this.move(await this.rows(of.customerId, tx), of, releasing(amountFen), tx);
  }

  /** True when it is the borrower's first loan. */
  async lend(of: Borrowing, amountFen: Fen, tx: Tx): Promise<boolean> {
    const { borrower, group } = await this.rows(of.customerId, tx);
    const rows = { borrower: { ...borrower, loans: borrower.loans + 1 }, group };
    await this.move(rows, of, lending(amountFen), tx);
    return rows.borrower.loans === 1;
  }

  /** A negative amount is owed again. */
  async repay(of: Borrowing, principalFen: Fen, tx: Tx): Promise<void> {
    if (principalFen !== 0) await this.move(await this.rows(of.customerId, tx), of, repaying(principalFen), tx);
  }

  /** A payment was taken back: nothing is owed of it, and it was no loan. */
  async takeBack(of: Borrowing, amountFen: Fen, tx: Tx): Promise<void> {
    const { borrower, group } = await this.rows(of.customerId, tx);
    await this.move({ borrower: { ...borrower, loans: borrower.loans - 1 }, group }, of, repaying(amountFen), tx);
  }

  private async rows(customerId: string, tx: Tx): Promise<Rows> {
    const borrower = await this.exposures.of(customerId, tx);
    return { borrower, group: borrower.groupId === null ? null : await this.groups.get(borrower.groupId, tx) };
  }

  private async judge({ borrower, group }: Rows, { loanUse: use }: Borrowing, amountFen: Fen): Promise<void> {
    checkLimits(standingsOf(borrower, group, await this.policies.now()), { amountFen, use });
  }

  private async move({ borrower, group }: Rows, of: Borrowing, move: Move, tx: Tx): Promise<void> {
    if (group) await this.groups.save({ ...group, ...moveBalance(group, move) }, tx);
    await this.exposures.put(moveExposure(borrower, move, of.loanUse), tx);
  }
}
