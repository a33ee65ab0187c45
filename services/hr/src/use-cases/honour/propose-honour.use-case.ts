import { Injectable } from '@nestjs/common';
import { actorRef, newId, quarterRange } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { proposeAgain, proposeHonour } from '../../domain/honour/honour.js';
import { HONOURS, quartersOf } from '../../domain/honour/honour-rule.js';
import type { HonourKind } from '../../domain/honour/honour-rule.js';
import { HonourDesk } from './honour-desk.js';

export interface ProposeHonourRequest {
  readonly requestKey?: string | null;
  readonly honour: HonourKind;
  /** `2026-Q3` or `2026`. */
  readonly period: string;
}

const MACHINE: Actor = { kind: 'service', service: 'hr' };

/** Makes the list of an honour: by hr, again as long as it is not confirmed, or by the machine once the last sheet of the period is closed [5.9]. */
@Injectable()
export class ProposeHonour {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HonourDesk,
  ) {}

  /** Throws HONOUR_CONFIRMED, or what keeps the period from being listed. */
  execute(actor: Actor, input: ProposeHonourRequest): Promise<string> {
    return this.work.once({ operation: 'propose-honour', actor, input }, async (tx) => {
      const { honour, period } = input;
      const of = { by: actorRef(actor), today: this.desk.today() };
      const known = await this.desk.honours.of(honour, period, tx);
      const listed = await this.desk.list(honour, period, tx);
      if (!known) return (await this.desk.honours.insert(proposeHonour(newId('hnr'), listed, of), tx)).id;
      const again = proposeAgain(known, listed, of);
      if (again !== known) await this.desk.honours.save(again, tx);
      return known.id;
    });
  }

  /** After a sheet was closed: what its quarter and its year have all sheets for, and nobody has proposed yet. */
  async whenAllClosed(quarter: string, tx: Tx): Promise<void> {
    for (const period of [quarter, quarter.slice(0, 4)]) {
      const { to } = quarterRange(quartersOf(period).at(-1) ?? period);
      if (this.desk.today() <= to || (await this.desk.isOpen(period, tx))) continue;
      for (const honour of HONOURS) await this.proposeOnce(honour, period, tx);
    }
  }

  private async proposeOnce(honour: HonourKind, period: string, tx: Tx): Promise<void> {
    if ((await this.desk.honours.of(honour, period, tx)) || !(await this.desk.ruleOf(honour, period, tx))) return;
    const listed = await this.desk.list(honour, period, tx);
    await this.desk.honours.insert(proposeHonour(newId('hnr'), listed, { by: actorRef(MACHINE), today: this.desk.today() }), tx);
  }
}
