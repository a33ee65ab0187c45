import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { callsOf, REMINDER_KINDS, stillOwed } from '../../domain/reminder/training-reminder.js';
import type { DeadlineCall, TrainingReminder } from '../../domain/reminder/training-reminder.js';
import { TrainingDeadlines } from '../../persistence/reminder/training-deadlines.js';
import type { DeadlinePolicy, OwedRow } from '../../persistence/reminder/training-deadlines.js';
import { TrainingReminders } from '../../persistence/reminder/training-reminder.repository.js';
import { ReminderPeople } from './reminder-people.js';

const ACTOR = { kind: 'service', service: 'training' } as const;
const BATCH = 200;

/** Tells people of deadlines of training that come near, and them and their superiors of those that have passed; each once [6.7, 7.7]. */
@Injectable()
export class RemindOfTrainingDeadlines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deadlines: TrainingDeadlines,
    private readonly reminders: TrainingReminders,
    private readonly people: ReminderPeople,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** One pass; may be stopped between batches and run again, also by several processes at once. @returns how many were told */
  async execute({ isStopping }: Pick<SweepWatch, 'isStopping'>): Promise<number> {
    const today = this.clock.today();
    const policy = await this.people.policy(today);
    let told = 0;
    const deadlineOf = this.people.pass(policy);
    for await (const batch of this.deadlines.near(today, policy)) {
      if (isStopping()) return told;
      told += await this.tell(batch, deadlineOf, today);
    }
    await this.end(policy, isStopping);
    return told;
  }

  private async tell(batch: readonly OwedRow[], deadlineOf: ReturnType<ReminderPeople['pass']>, today: LocalDate): Promise<number> {
    const calls: DeadlineCall[] = [];
    for (const row of batch) calls.push(...callsOf(await deadlineOf(row), today));
    const known = await this.reminders.known(calls.map(({ key }) => key));
    const fresh = calls.filter(({ key }) => !known.has(key));
    for (let from = 0; from < fresh.length; from += BATCH) await this.say(fresh.slice(from, from + BATCH));
    return fresh.length;
  }

  private say(calls: readonly DeadlineCall[]): Promise<void> {
    return this.work.run({ actor: ACTOR, operation: 'remind-of-training' }, async (tx) => {
      for (const call of calls) {
        const reminder: TrainingReminder = { id: newId('trm'), version: 0, ...call, raisedAt: this.clock.now(), endedAt: null };
        await this.reminders.insert(reminder, tx);
        const { kind, about, level, employeeId, escalated, dueOn } = call;
        await this.outbox.add(
          event('training.deadline-reminded.v1', reminder.id, { kind, about, level, employeeId, escalated, dueOn }),
          tx,
        );
      }
    });
  }

  private async end(policy: DeadlinePolicy, isStopping: () => boolean): Promise<void> {
    for (let open = await this.reminders.open('', BATCH); open.length > 0 && !isStopping();) {
      const owed = await this.owed(open, policy);
      const over = open.filter((one) => !stillOwed(one, owed.get(`${one.kind} ${one.about}`)));
      if (over.length > 0) await this.close(over);
      open = open.length < BATCH ? [] : await this.reminders.open(open.at(-1)?.id ?? '', BATCH);
    }
  }

  private async owed(open: readonly TrainingReminder[], policy: DeadlinePolicy): Promise<ReadonlyMap<string, LocalDate>> {
    const found = new Map<string, LocalDate>();
    for (const kind of REMINDER_KINDS) {
      const ids = [...new Set(open.filter((one) => one.kind === kind).map(({ about }) => about))];
      if (ids.length > 0) for (const [about, dueOn] of await this.deadlines.owedOn(kind, ids, policy)) found.set(`${kind} ${about}`, dueOn);
    }
    return found;
  }

  private close(over: readonly TrainingReminder[]): Promise<void> {
    const ids = over.map(({ id }) => id);
    return this.work.run({ actor: ACTOR, operation: 'end-training-reminders' }, async (tx) => {
      for (const row of await this.reminders.getMany(ids, tx)) await this.reminders.save({ ...row, endedAt: this.clock.now() }, tx);
    });
  }
}
