import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { callsOf, stillOwed } from '../../domain/reminder/reminder.js';
import type { Deadline, Reminder, ReminderCall } from '../../domain/reminder/reminder.js';
import { Deadlines } from '../../persistence/reminder/deadlines.js';
import { Reminders } from '../../persistence/reminder/reminder.repository.js';
import { ReminderClock } from './reminder-clock.js';

const ACTOR = { kind: 'service', service: 'sales' } as const;
const BATCH = 200;

export interface ReminderPass {
  readonly raised: number;
  readonly ended: number;
}

/** Tells owners of deadlines that come near, owners and the manager of those that have passed, each once; ends reminders of what is owed no more [1.6, 2.5]. */
@Injectable()
export class RemindOfDeadlines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deadlines: Deadlines,
    private readonly reminders: Reminders,
    private readonly directory: EmployeeDirectory,
    private readonly outbox: Outbox,
    private readonly clocks: ReminderClock,
  ) {}

  /** One pass; may be stopped between batches and run again, also by several processes at once. */
  async execute(stopped: () => boolean = () => false): Promise<ReminderPass> {
    const now = this.clocks.now();
    const share = await this.clocks.share();
    const managers = (await this.directory.holding('sales-manager')).map((row) => row._id);
    let raised = 0;
    for await (const batch of this.deadlines.near(now, share)) {
      if (stopped()) break;
      raised += await this.raise(batch, managers, now);
    }
    return { raised, ended: stopped() ? 0 : await this.end(now, share, stopped) };
  }

  private async raise(batch: readonly Deadline[], managers: readonly string[], now: Date): Promise<number> {
    const calls = batch.flatMap((deadline) => callsOf(deadline, managers, now));
    const known = await this.reminders.known(calls.map(({ key }) => key));
    const fresh = calls.filter(({ key }) => !known.has(key));
    for (let from = 0; from < fresh.length; from += BATCH) await this.say(fresh.slice(from, from + BATCH), now);
    return fresh.length;
  }

  private say(calls: readonly ReminderCall[], now: Date): Promise<void> {
    return this.work.run({ actor: ACTOR, operation: 'remind-of-deadlines' }, async (tx) => {
      for (const call of calls) {
        const reminder: Reminder = { id: newId('rem'), version: 0, ...call, raisedAt: now, seenAt: null, endedAt: null };
        await this.reminders.insert(reminder, tx);
        const { kind, about, level, employeeId, escalated, dueAt } = call;
        const data = { kind, about, level, employeeId, escalated, dueAt: dueAt.toISOString() };
        await this.outbox.add(event('sales.deadline-reminded.v1', reminder.id, data), tx);
      }
    });
  }

  private async end(now: Date, share: number, stopped: () => boolean): Promise<number> {
    let ended = 0;
    let after = '';
    while (!stopped()) {
      const open = await this.reminders.open(after, BATCH);
      const owed = await this.deadlines.owed(open, share);
      const over = open.filter((one) => !stillOwed(one, owed.get(`${one.kind} ${one.about}`)));
      if (over.length > 0) ended += await this.close(over, now);
      if (open.length < BATCH) break;
      after = open.at(-1)?.id ?? '';
    }
    return ended;
  }

  private close(over: readonly Reminder[], now: Date): Promise<number> {
    return this.work.run({ actor: ACTOR, operation: 'end-reminders' }, async (tx) => {
      const rows = await this.reminders.getMany(
        over.map(({ id }) => id),
        tx,
      );
      for (const row of rows) await this.reminders.save({ ...row, endedAt: now }, tx);
      return rows.length;
    });
  }
}
