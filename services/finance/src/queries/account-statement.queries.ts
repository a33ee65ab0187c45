import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, DomainError, fen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { MAX_FIRST } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import { AccountLines } from '../persistence/account-lines.repository.js';
import type { AccountLine, LinePlace } from '../persistence/account-lines.repository.js';
import { Ledger } from '../persistence/ledger.repository.js';

export interface StatementRequest extends PageRequest {
  readonly account: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A line with the balance of the account after it, debit positive. */
export type StatementLine = AccountLine & { readonly balanceFen: Fen };

export interface AccountStatement {
  readonly account: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Balance before the first day. */
  readonly openingFen: Fen;
  /** Balance after the last day. */
  readonly closingFen: Fen;
  readonly lines: Page<StatementLine>;
}

/** Pages are found by going through the entries of the range: a quarter at a time. */
const MOST_DAYS = 93;
const DEFAULT_FIRST = 50;

/** What moved an account over some days, with its balance after every line (科目明细账). */
@Injectable()
export class AccountStatements {
  constructor(
    private readonly ledger: Ledger,
    private readonly lines: AccountLines,
  ) {}

  /** Throws DomainError INPUT_INVALID. */
  async of(request: StatementRequest): Promise<AccountStatement> {
    const { account, from, to } = request;
    if (from > to || daysBetween(from, to) >= MOST_DAYS)
      throw new DomainError('INPUT_INVALID', { problem: `a statement is of 1 to ${MOST_DAYS} days` }, 'to');
    const openingFen = await this.balanceOf(account, addDays(from, -1));
    return { account, from, to, openingFen, closingFen: await this.balanceOf(account, to), lines: await this.page(request, openingFen) };
  }

  private async page({ account, from, to, ...request }: StatementRequest, openingFen: Fen): Promise<Page<StatementLine>> {
    const first = request.first ?? DEFAULT_FIRST;
    if (first < 1 || first > MAX_FIRST)
      throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
    const after = request.after ? placeOf(request.after) : null;
    const found = await this.lines.of({ account, from, to }, after, first + 1);
    let balanceFen = after ? fen(openingFen + (await this.lines.sumThrough({ account, from, to }, after))) : openingFen;
    const nodes = found
      .slice(0, first)
      .map((line) => ({ ...line, balanceFen: (balanceFen = fen(balanceFen + line.debitFen - line.creditFen)) }));
    const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
    const { lines } = this;
    return {
      edges,
      nodes,
      pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      get totalCount() {
        return lines.count({ account, from, to });
      },
    };
  }

  private async balanceOf(account: string, on: LocalDate): Promise<Fen> {
    const found = (await this.ledger.trialBalance(on)).find((one) => one.account === account);
    return found ? fen(found.debitFen - found.creditFen) : 0;
  }
}

const cursorOf = ({ businessDate, entryId }: LinePlace): string => Buffer.from(`line:${businessDate}:${entryId}`).toString('base64url');

function placeOf(cursor: string): LinePlace {
  const match = /^line:(\d{4}-\d{2}-\d{2}):(jnl_[0-9a-z]{26})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return { businessDate: match[1] as LocalDate, entryId: String(match[2]) };
}
