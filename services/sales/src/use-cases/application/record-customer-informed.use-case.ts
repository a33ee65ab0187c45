import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { completeTask } from '../../domain/application/informing.js';
import type { Informed, InformingWay } from '../../domain/application/informing.js';
import { ApplicationDesk } from './application-desk.js';

export interface RecordCustomerInformedRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly taskId: string;
  readonly how: InformingWay;
  readonly note?: string | null;
  /** Shows it, uploaded for this application. */
  readonly fileId?: string | null;
}

/** Writes down that the customer was told, by whom, when and how; of a rejection this completes the committee's handoff [2.11]. */
@Injectable()
export class RecordCustomerInformed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly files: Files,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordCustomerInformedRequest): Promise<string> {
    return this.work.once({ operation: 'record-customer-informed', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const evidence = await this.evidenceOf(input, tx);
      const done: Informed = { by: employeeIdOf(actor), at: this.clock.now(), how: input.how, note: input.note ?? null, evidence };
      const tasks = completeTask(application.tasks, input.taskId, done);
      await this.desk.applications.save({ ...application, tasks }, tx);
      const topic = tasks.find((task) => task.id === input.taskId)?.topic ?? 'APPROVED';
      if (topic === 'REJECTED') await this.completeHandoff(application.id, done, tx);
      const fact = { applicationId: application.id, topic, informedBy: done.by, informedAt: done.at.toISOString() };
      await this.outbox.add(event('sales.customer-informed.v1', application.id, fact), tx);
      return application.id;
    });
  }

  private async evidenceOf({ applicationId, taskId, fileId }: RecordCustomerInformedRequest, tx: Tx): Promise<Informed['evidence']> {
    if (!fileId) return null;
    const of = { subject: { kind: 'application', id: applicationId }, to: { kind: 'informing', id: taskId } };
    const file = await this.files.attach(fileId, of, tx);
    return { fileId: file.id, sha256: file.sha256 };
  }

  private async completeHandoff(applicationId: string, done: Informed, tx: Tx): Promise<void> {
    const open = await this.handoffs.findOpen('inform-customer', applicationId, tx);
    if (open) await this.handoffs.complete(open._id, { informedBy: done.by, informedAt: done.at.toISOString(), how: done.how }, tx);
  }
}
