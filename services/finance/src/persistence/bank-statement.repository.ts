import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LineProblem } from '../domain/bank/read-statement.js';
import { bankStatementCollection } from './bank-statement.schema.js';
import type { STATEMENT_STATES } from './bank-statement.schema.js';

export interface BankStatement {
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly state: (typeof STATEMENT_STATES)[number];
  readonly total: number;
  readonly imported: number;
  readonly known: number;
  readonly problems: readonly LineProblem[];
  readonly importedBy: string;
  readonly importedAt: Date;
  readonly finishedAt: Date | null;
}

@Injectable()
export class BankStatements extends Repository<BankStatement> {
  constructor(database: Database) {
    super(database, bankStatementCollection, 'bank statement');
  }

  ofContent(channel: string, sha256: string, tx: Tx): Promise<BankStatement | null> {
    return this.findOne({ channel, sha256 }, tx);
  }

  /** Statements that are being worked on, oldest first. */
  async running(limit: number): Promise<string[]> {
    const rows = await this.model.collection
      .find({ state: 'RUNNING' } as never, { projection: { _id: 1 }, sort: { _id: 1 }, limit })
      .toArray();
    return rows.map((row) => String(row._id));
  }
}
