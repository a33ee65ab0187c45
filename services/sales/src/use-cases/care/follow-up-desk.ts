import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { openFollowUp } from '../../domain/care/follow-up.js';
import type { FollowUp, FollowUpWish } from '../../domain/care/follow-up.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { FollowUps } from '../../persistence/care/visit.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface WantedFollowUp extends FollowUpWish {
  /** The customer's salesperson when left out. */
  readonly ownerId?: string | null;
}

/** Opens follow-ups and loads them for who owes them. */
@Injectable()
export class FollowUpDesk {
  constructor(
    readonly followUps: FollowUps,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_FOUND, also for what somebody else owes. */
  async get(actor: Actor, followUpId: string, tx: Tx): Promise<FollowUp> {
    const followUp = await this.followUps.get(followUpId, tx);
    requireInScope(actor, followUp.ownerId, { noun: 'follow-up', id: followUpId });
    return followUp;
  }

  /** Opens one for a customer, on its own, out of a visit, or after another one. */
  async open(
    actor: Actor,
    wanted: WantedFollowUp,
    from: { customer: Pick<Customer, 'id' | 'ownerId'>; visitId?: string | null; previous?: FollowUp | null },
    tx: Tx,
  ): Promise<FollowUp> {
    const { customer, visitId = null, previous = null } = from;
    const ownerId = wanted.ownerId ?? customer.ownerId;
    if (ownerId !== customer.ownerId) await this.requireSeller(ownerId, tx);
    const id = newId('fup');
    const start = { id, customerId: customer.id, ownerId, visitId, openedBy: employeeIdOf(actor), openedAt: this.clock.now() };
    return this.followUps.insert(openFollowUp(start, wanted, { today: this.clock.today(), previous }), tx);
  }

  private async requireSeller(ownerId: string, tx: Tx): Promise<void> {
    const colleague = await this.directory.find(ownerId, tx);
    const sells = colleague?.roles.some((role) => role === 'salesperson' || role === 'sales-manager');
    if (!colleague?.active || !sells) throw new DomainError('NOT_A_SALESPERSON', { employeeId: ownerId }, 'ownerId');
  }
}
