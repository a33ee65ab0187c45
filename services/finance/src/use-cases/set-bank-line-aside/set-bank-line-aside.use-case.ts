import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { setLineAside } from '../../domain/bank/bank-line.js';
import { BankLines } from '../../persistence/bank-line.repository.js';

export interface SetBankLineAsideRequest {
  readonly requestKey?: string | null;
  readonly lineId: string;
  readonly reason: string;
}

/** A person says that money on a statement is no repayment, and why [7.3]. */
@Injectable()
export class SetBankLineAside {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lines: BankLines,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: SetBankLineAsideRequest): Promise<string> {
    return this.work.once({ operation: 'set-bank-line-aside', actor, input }, async (tx) => {
      const line = await this.lines.get(input.lineId, tx);
      const by = { decidedBy: actorRef(actor), decidedAt: this.clock.now() };
      return (await this.lines.save(setLineAside(line, input.reason, by), tx)).id;
    });
  }
}
