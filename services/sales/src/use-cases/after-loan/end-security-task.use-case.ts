import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { returnTask, secureTask } from '../../domain/after-loan/security-task.js';
import type { SecurityKind, SecurityTask } from '../../domain/after-loan/security-task.js';
import { SecurityTasks } from '../../persistence/after-loan/security-task.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface CompleteSecurityTaskRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly kind: SecurityKind;
  readonly text: string;
  /** A verified file about the application, or about the customer where there is none. */
  readonly fileId: string;
}
export interface ReturnSecurityTaskRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly reason: string;
}

/** The security is there with its paper, or cannot be had; risk hears it with the end of its handoff [7.4]. */
@Injectable()
export class EndSecurityTask {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: SecurityTasks,
    private readonly files: Files,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws SECURITY_EVIDENCE_MISSING, ILLEGAL_TRANSITION, a refusal of the file or of the text. */
  complete(actor: Actor, input: CompleteSecurityTaskRequest): Promise<string> {
    return this.work.once({ operation: 'complete-security-task', actor, input }, async (tx) => {
      const task = await this.own(actor, input.taskId, tx);
      const { kind, text, fileId } = input;
      const by = employeeIdOf(actor);
      // Judged before the file is bound to it.
      secureTask(task, { kind, text, fileId, sha256: fileId }, by, this.clock.now());
      const { sha256 } = await this.files.attach(fileId, { subject: subjectOf(task), to: { kind: 'security-task', id: task.id } }, tx);
      await this.tasks.save(secureTask(task, { kind, text, fileId, sha256 }, by, this.clock.now()), tx);
      const result = { measureId: task.measureId, securityKind: kind, outcome: text.trim() };
      if (await this.handoffs.isOpen(task.handoffId, tx)) await this.handoffs.complete(task.handoffId, result, tx);
      return task.id;
    });
  }

  /** Throws ILLEGAL_TRANSITION, REASON_REQUIRED or a text refusal. */
  giveBack(actor: Actor, input: ReturnSecurityTaskRequest): Promise<string> {
    return this.work.once({ operation: 'return-security-task', actor, input }, async (tx) => {
      const returned = returnTask(await this.own(actor, input.taskId, tx), input.reason, employeeIdOf(actor), this.clock.now());
      await this.tasks.save(returned, tx);
      const refusal = { code: 'SECURITY_TASK_RETURNED', reasons: [returned.returnReason ?? ''] };
      if (await this.handoffs.isOpen(returned.handoffId, tx)) await this.handoffs.returnToSender(returned.handoffId, refusal, tx);
      return returned.id;
    });
  }

  private async own(actor: Actor, taskId: string, tx: Tx): Promise<SecurityTask> {
    const task = await this.tasks.get(taskId, tx);
    requireInScope(actor, task.ownerId, { noun: 'security task', id: taskId });
    return task;
  }
}

const subjectOf = ({ applicationId, customerId }: SecurityTask): { kind: string; id: string } =>
  applicationId === null ? { kind: 'customer', id: customerId } : { kind: 'application', id: applicationId };
