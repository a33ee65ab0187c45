import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { failLine } from '../../domain/bank/bank-line.js';
import { OPEN_LINES } from '../../domain/bank/bank-line.machine.js';
import { BankLines } from '../../persistence/bank-line.repository.js';
import { BankStatements } from '../../persistence/bank-statement.repository.js';

/** Statements at a time that are looked at for their end. */
const BATCH = 50;

/** How far the lines of statements are: which are open, which failed, and which statements are done. */
@Injectable()
export class BankLineBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lines: BankLines,
    private readonly statements: BankStatements,
    private readonly clock: BusinessClock,
  ) {}

  /** Ids of open lines after this one, oldest first. */
  async open(after: string, limit: number): Promise<string[]> {
    return this.lines.open(after, limit);
  }

  /** Counts that a line could not be carried on; after a few times it waits for a person. */
  async fail(actor: Actor, lineId: string): Promise<void> {
    await this.work.run({ operation: 'fail-bank-line', actor }, async (tx) => {
      const line = await this.lines.get(lineId, tx);
      if ((OPEN_LINES as readonly string[]).includes(line.state)) await this.lines.save(failLine(line), tx);
    });
  }

  /** Statements without open lines are done. */
  async closeDone(actor: Actor): Promise<void> {
    for (const id of await this.statements.running(BATCH)) {
      await this.work.run({ operation: 'close-bank-statement', actor }, async (tx) => {
        const statement = await this.statements.get(id, tx);
        if (statement.state === 'DONE' || (await this.lines.hasOpen(id, tx))) return;
        await this.statements.save({ ...statement, state: 'DONE', finishedAt: this.clock.now() }, tx);
      });
    }
  }
}
