import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { confirmHonour, receiversOf } from '../../domain/honour/honour.js';
import type { Honour } from '../../domain/honour/honour.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { HonourAwards } from '../../persistence/honour/honour.repository.js';
import { TrainingRequests } from '../career/training-requests.js';
import { HonourDesk } from './honour-desk.js';

export interface ConfirmHonourRequest {
  readonly requestKey?: string | null;
  readonly honourId: string;
  readonly note?: string | null;
}

/**
 * hr confirms a list that still holds: each who receives the honour gets a certificate and a training as award [5.8, 5.9]. The rows of those who receive it
 * are written, as the taking in of a violation writes them: of the two that cross neither misses the other [5.4].
 */
@Injectable()
export class ConfirmHonour {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HonourDesk,
    private readonly awards: HonourAwards,
    private readonly employees: Employees,
    private readonly trainings: TrainingRequests,
    private readonly outbox: Outbox,
  ) {}

  /** Throws HONOUR_CONFIRMED, HONOUR_LIST_CHANGED, HONOUR_SHEETS_OPEN or OWN_HONOUR. */
  execute(actor: Actor, input: ConfirmHonourRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-honour', actor, input }, async (tx) => {
      const honour = await this.desk.honours.get(input.honourId, tx);
      for (const { employeeId } of receiversOf(honour)) await this.employees.lock(employeeId, tx);
      const current = await this.desk.list(honour.honour, honour.period, tx);
      const of = { by: employeeIdOf(actor), today: this.desk.today(), note: input.note ?? null };
      const confirmed = await this.desk.honours.save(confirmHonour(honour, current, of), tx);
      await this.award(confirmed, of, tx);
      return honour.id;
    });
  }

  private async award(confirmed: Honour, { by, today }: { by: string; today: Honour['proposedOn'] }, tx: Tx): Promise<void> {
    const { id: honourId, honour, period, ruleId } = confirmed;
    const { trainingTopic: topic } = await this.desk.rule(ruleId, tx);
    const receivers = receiversOf(confirmed);
    for (const { employeeId, place, shared, values } of receivers) {
      const { name: recipientName } = await this.employees.get(employeeId, tx);
      const award = {
        honourId,
        honour,
        period,
        employeeId,
        recipientName,
        place: place ?? 0,
        shared,
        values,
        confirmedBy: by,
        confirmedOn: today,
        revocation: null,
      };
      await this.awards.insert({ id: newId('awd'), version: 0, ...award }, tx);
      await this.trainings.ask({ employeeId, topic, reason: 'AWARD', aboutId: honourId }, tx);
    }
    const employeeIds = receivers.map(({ employeeId }) => employeeId);
    await this.outbox.add(event('hr.honour-confirmed.v1', honourId, { honourId, honour, period, employeeIds }), tx);
  }
}
