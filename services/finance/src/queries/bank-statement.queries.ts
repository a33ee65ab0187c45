import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BankLine } from '../domain/bank/bank-line.js';
import type { BankLineState } from '../domain/bank/bank-line.machine.js';
import { openBankLine } from '../persistence/bank-line.repository.js';
import type { BankStatement } from '../persistence/bank-statement.repository.js';
import { bankLineCollection, bankStatementCollection } from '../persistence/bank-statement.schema.js';
import { plain } from './scope.js';

export type { BankLine, BankStatement };

export interface BankLineFilter extends PageRequest {
  readonly state?: BankLineState | null;
  readonly statementId?: string | null;
}

/** A line as it leaves the service: without the payer's name and account, and without long numbers in what he wrote. */
export type ShownLine = Omit<BankLine, 'payerName' | 'payerAccount' | 'nameIndex' | 'accountIndex'>;

/** Lines of a statement by what became of them. */
export type LineCounts = Partial<Readonly<Record<BankLineState, number>>>;

/** Bank statements and their lines, for those who keep the money. */
@Injectable()
export class BankStatementQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async statementsByIds(ids: readonly string[]): Promise<BankStatement[]> {
    const filter = { _id: { $in: [...ids] } };
    const rows = await this.statements()
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<BankStatement>(row));
  }

  listStatements(page: PageRequest): Promise<Page<BankStatement>> {
    return pageOf(this.statements(), page, { filter: {}, map: (row) => plain<BankStatement>(row) });
  }

  async linesByIds(ids: readonly string[]): Promise<ShownLine[]> {
    const filter = { _id: { $in: [...ids] } };
    const rows = await this.lines()
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => this.shown(row));
  }

  /** In the order of the files, so that the oldest money that waits is seen first. */
  listLines({ state, statementId, ...page }: BankLineFilter): Promise<Page<ShownLine>> {
    const filter = { ...(state ? { state } : {}), ...(statementId ? { statementId } : {}) };
    return pageOf(this.lines(), page, { filter, direction: 1, map: (row) => this.shown(row) });
  }

  /** How far the lines of statements are, all in one question. */
  async countsOf(statementIds: readonly string[]): Promise<(readonly [statementId: string, counts: LineCounts])[]> {
    const stages = [
      { $match: { statementId: { $in: [...statementIds] } } },
      { $group: { _id: { statementId: '$statementId', state: '$state' }, lines: { $sum: 1 } } },
    ];
    const groups = await this.lines().aggregate<{ _id: { statementId: string; state: BankLineState }; lines: number }>(stages);
    return statementIds.map((id) => {
      const own = groups.filter((group) => group._id.statementId === id);
      return [id, Object.fromEntries(own.map((group) => [group._id.state, group.lines]))] as const;
    });
  }

  private shown(row: Stored): ShownLine {
    const { payerName: _name, payerAccount: _account, nameIndex: _index, accountIndex: _number, ...line } = openBankLine(row, this.cipher);
    return { ...line, remark: withoutNumbers(line.remark) };
  }

  private statements() {
    return this.database.model(bankStatementCollection);
  }

  private lines() {
    return this.database.model(bankLineCollection);
  }
}

/** Telephone, identity and account numbers that a payer wrote; ids of loans keep their letters and digits. */
export function withoutNumbers(text: string): string {
  return text.replace(/(?<![0-9A-Za-z_])\d{7,}[Xx]?(?![0-9A-Za-z])/g, (number) => '*'.repeat(number.length - 4) + number.slice(-4));
}
