import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, newId } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import { reminderDue } from '../../domain/certificate/certificate.js';
import { certificateReminder } from '../../domain/reminder/training-reminder.js';
import type { CertificateEnd } from '../../domain/reminder/training-reminder.js';
import { Certificates } from '../../persistence/certificate/certificate.repository.js';
import { TrainingReminders } from '../../persistence/reminder/training-reminder.repository.js';

const AT_ONCE = 200;
const ACTOR = { kind: 'service', service: 'training' } as const;

/** Reminds holders of certificates that run out, so many days before as the parameter of the day says, each once [6.4]. */
@Injectable()
export class RemindOfCertificates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly certificates: Certificates,
    private readonly reminders: TrainingReminders,
    private readonly parameters: Parameters,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many were reminded */
  async execute(watch: SweepWatch): Promise<number> {
    const days = await this.parameters.json<number[]>('training.certificate-reminders', this.clock.today());
    let reminded = 0;
    // The nearest end first: who is reminded of that needs no earlier reminder any more.
    for (const before of [...days].sort((one, other) => one - other)) reminded += await this.remindAll(before, days, watch);
    return reminded;
  }

  private async remindAll(before: number, days: readonly number[], watch: SweepWatch): Promise<number> {
    const until = addDays(this.clock.today(), before);
    const setAside: string[] = [];
    let reminded = 0;
    const page = { limit: AT_ONCE, setAside };
    for (let ids = await this.certificates.idsToRemind(until, before, page); ids.length > 0;) {
      for (const id of ids) {
        if (watch.isStopping()) return reminded;
        const isReminded = await this.remind(id, days).catch((error: unknown) => {
          watch.onTrouble(id, error);
          return false;
        });
        reminded += Number(isReminded);
        if (!isReminded) setAside.push(id);
      }
      ids = await this.certificates.idsToRemind(until, before, page);
    }
    return reminded;
  }

  private remind(id: string, days: readonly number[]): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'remind-of-certificate' }, async (tx) => {
      const certificate = await this.certificates.get(id, tx);
      const daysBefore = reminderDue(certificate, days, this.clock.today());
      // It was renewed or reminded of between the look and this transaction.
      if (daysBefore === null || certificate.expiresOn === null) return false;
      await this.certificates.save({ ...certificate, remindedDays: daysBefore }, tx);
      const { employeeId, expiresOn } = certificate;
      await this.outbox.add(event('training.certificate-reminded.v1', id, { certificateId: id, employeeId, expiresOn, daysBefore }), tx);
      await this.say({ about: id, employeeId, expiresOn, daysBefore }, tx);
      return true;
    });
  }

  /** It stands among the reminders of its holder until it is renewed, in the place of what was said of it before. */
  private async say(end: CertificateEnd, tx: Tx): Promise<void> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    for (const said of await this.reminders.openAbout('CERTIFICATE', end.about, tx))
      await this.reminders.save({ ...said, endedAt: now }, tx);
    await this.reminders.insert({ id: newId('trm'), version: 0, ...certificateReminder(end, today), raisedAt: now, endedAt: null }, tx);
  }
}
