import { Injectable } from '@nestjs/common';
import { BusinessClock, businessDateOf, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { recordContact } from '../../domain/acquisition/lead-steps.js';
import type { ContactResult, ContactWay } from '../../domain/acquisition/lead-steps.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { LateRecords } from '../late-records.js';

export interface RecordLeadContactRequest {
  readonly requestKey?: string | null;
  readonly leadId: string;
  readonly way: ContactWay;
  readonly result: ContactResult;
  readonly note?: string | null;
  /** Now when left out. */
  readonly contactedAt?: Date | null;
  readonly nextContactOn?: LocalDate | null;
}

/** Logs that a prospect was called, written to or visited, with what came of it and when he is contacted next [1.6, 2.8]. */
@Injectable()
export class RecordLeadContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: Leads,
    private readonly late: LateRecords,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordLeadContactRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'record-lead-contact', actor, input }, async (tx) => {
      const lead = await this.leads.get(input.leadId, tx);
      requireInScope(actor, lead.salespersonId, { noun: 'lead', id: lead.id });
      const now = this.clock.now();
      const { way, result } = input;
      const at = input.contactedAt ?? now;
      const told = { at, recordedAt: now, countsFrom: await this.late.countsFrom(at, lead.promisedResponseAt) };
      const contact = { id: newId('ctc'), way, result, note: input.note?.trim() || null, by, ...told };
      const plan = { nextContactOn: input.nextContactOn ?? null, now, today: this.clock.today() };
      const contacted = recordContact(lead, contact, plan);
      await this.late.requireRecent(businessDateOf(at), 'contactedAt');
      return (await this.leads.save(contacted, tx)).id;
    });
  }
}
