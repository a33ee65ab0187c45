import { Injectable } from '@nestjs/common';
import { actorRef, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { proposeAgain, proposeHonour } from '../../domain/honour/honour.js';
import type { HonourKind } from '../../domain/honour/honour-rule.js';
import { HonourDesk } from './honour-desk.js';

export interface ProposeHonourRequest {
  readonly requestKey?: string | null;
  readonly honour: HonourKind;
  /** `2026-Q3` or `2026`. */
  readonly period: string;
}

/** hr makes the list of an honour, again as long as it is not confirmed; the machine does so by itself in `RenewHonours` [5.9]. */
@Injectable()
export class ProposeHonour {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HonourDesk,
  ) {}

  /** Throws HONOUR_CONFIRMED, or what keeps the period from being listed. */
  execute(actor: Actor, input: ProposeHonourRequest): Promise<string> {
    return this.work.once({ operation: 'propose-honour', actor, input }, async (tx) => {
      return (await this.list(input, actor, tx)).id;
    });
  }

  /** The list as it is now: a new honour, another list for one that waits, or nothing new. @returns the honour's id, and whether anything was written */
  async list(of: Pick<ProposeHonourRequest, 'honour' | 'period'>, actor: Actor, tx: Tx): Promise<{ id: string; isNew: boolean }> {
    const { honour, period } = of;
    const said = { by: actorRef(actor), today: this.desk.today() };
    const known = await this.desk.honours.of(honour, period, tx);
    const listed = await this.desk.list(honour, period, tx);
    if (!known) return { id: (await this.desk.honours.insert(proposeHonour(newId('hnr'), listed, said), tx)).id, isNew: true };
    const again = proposeAgain(known, listed, said);
    if (again !== known) await this.desk.honours.save(again, tx);
    return { id: known.id, isNew: again !== known };
  }
}
