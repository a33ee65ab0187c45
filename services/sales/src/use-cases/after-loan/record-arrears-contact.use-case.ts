import { Injectable } from '@nestjs/common';
import { BusinessClock, businessDateOf, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { contacted } from '../../domain/after-loan/arrears-task.js';
import type { ArrearsContact, ArrearsResult, ArrearsTask } from '../../domain/after-loan/arrears-task.js';
import type { InformingWay } from '../../domain/application/informing.js';
import { recordInteraction } from '../../domain/enquiry/interaction.js';
import type { Interaction } from '../../domain/enquiry/interaction.js';
import { ArrearsTasks } from '../../persistence/after-loan/arrears-task.repository.js';
import { Interactions } from '../../persistence/enquiry/interaction.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { LateRecords } from '../late-records.js';

export interface RecordArrearsContactRequest {
  readonly requestKey?: string | null;
  readonly taskId: string;
  readonly heldAt: Date;
  readonly way: InformingWay;
  /** What the customer said. */
  readonly asked: string;
  /** What he was told. */
  readonly advised: string;
  readonly result: ArrearsResult;
  readonly nextStep?: string | null;
  readonly nextStepOn?: LocalDate | null;
}

const NO_NEEDS = { purpose: null, amountFen: null, termMonths: null, method: null };

/**
 * The salesperson spoke with a late customer: kept as a conversation with him, and the end of every step of the loan that was asked for. Finance takes it
 * into its own contacts, where the calls of a day are counted. One in the quiet hours is refused here as it is there, and the refusal is on record
 * [2.9, 7.4, regulation.md 1.6].
 */
@Injectable()
export class RecordArrearsContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: ArrearsTasks,
    private readonly interactions: Interactions,
    private readonly late: LateRecords,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws ILLEGAL_TRANSITION, ARREARS_CONTACT_EARLIER, RECORDED_TOO_LATE, CONTACT_QUIET_HOURS, or what a conversation is refused for. */
  execute(actor: Actor, input: RecordArrearsContactRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'record-arrears-contact', actor, input }, async (tx) => {
      const task = await this.tasks.get(input.taskId, tx);
      requireInScope(actor, task.ownerId, { noun: 'arrears task', id: task.id });
      const { heldAt, way, result } = input;
      const interaction = this.interactionOf(task, input, by);
      await this.late.requireRecent(businessDateOf(heldAt), 'heldAt');
      await this.late.requireAwake(heldAt, 'heldAt');
      const contact = { interactionId: interaction.id, heldAt, way, result };
      await this.end(task, { contact, by }, tx);
      // Earlier steps that nobody has answered are answered with it; a later one than the conversation is not.
      const others = (await this.tasks.openOf(task.loanId, tx)).filter((one) => one.id !== task.id && one.openedAt <= heldAt);
      for (const other of others) await this.end(other, { contact, by }, tx);
      await this.interactions.insert(interaction, tx);
      return task.id;
    });
  }

  private async end(task: ArrearsTask, { contact, by }: { contact: ArrearsContact; by: string }, tx: Tx): Promise<void> {
    await this.tasks.save(contacted(task, contact, by, this.clock.now()), tx);
    const { interactionId, way, result } = contact;
    const told = { interactionId, caseId: task.caseId, way, result, heldAt: contact.heldAt.toISOString(), by };
    if (await this.handoffs.isOpen(task.handoffId, tx)) await this.handoffs.complete(task.handoffId, told, tx);
  }

  private interactionOf({ customerId, ownerId }: ArrearsTask, input: RecordArrearsContactRequest, recordedBy: string): Interaction {
    const { heldAt, way, asked, advised } = input;
    const next = { nextStepText: input.nextStep ?? null, nextStepOn: input.nextStepOn ?? null };
    const about = { id: newId('int'), customerId, leadId: null, enquiryId: null, salespersonId: ownerId };
    const said = { ...about, heldAt, way, asked, advised, needs: NO_NEEDS, ...next, recordedBy, recordedAt: this.clock.now() };
    return recordInteraction(said, businessDateOf(heldAt));
  }
}
