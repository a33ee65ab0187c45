import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { leastLoaded, nextInTurn } from '../../domain/acquisition/assignment.js';
import type { GivingWay } from '../../domain/acquisition/assignment.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { LeadTurns, SalesAreas } from '../../persistence/acquisition/source.repository.js';

export interface AssignmentWish {
  readonly how: GivingWay;
  /** For HAND. */
  readonly toEmployeeId: string | null;
  /** For AREA. */
  readonly district: string | null;
  /** Who is to have it no longer. */
  readonly except?: string | null;
}

/** Finds who looks after a lead. What is chosen by turns or by load is chosen one after the other, however many ask at once. */
@Injectable()
export class LeadAssigner {
  constructor(
    private readonly directory: EmployeeDirectory,
    private readonly leads: Leads,
    private readonly turns: LeadTurns,
    private readonly areas: SalesAreas,
  ) {}

  /** Throws DomainError NOT_A_SALESPERSON or NO_SALESPERSON. */
  async choose(wish: AssignmentWish, tx: Tx): Promise<string> {
    if (wish.how === 'HAND') return this.requireSalesperson(wish.toEmployeeId ?? '', tx);
    const holding = await this.directory.holding('salesperson', tx);
    const active = holding.map((row) => row._id).filter((employeeId) => employeeId !== wish.except);
    if (wish.how === 'ROUND_ROBIN') return this.turns.take((last) => nextInTurn(active, last), tx);
    const people = wish.how === 'AREA' ? await this.covering(wish.district, active, tx) : active;
    const load = await this.leads.loadOf(people, tx);
    const where = wish.how === 'AREA' ? (wish.district ?? '') : '';
    return this.turns.take((last) => leastLoaded(people, load, last, where), tx);
  }

  /** Throws DomainError NOT_A_SALESPERSON. */
  async requireSalesperson(employeeId: string, tx: Tx): Promise<string> {
    const colleague = await this.directory.find(employeeId, tx);
    if (!colleague?.active || !colleague.roles.includes('salesperson'))
      throw new DomainError('NOT_A_SALESPERSON', { employeeId }, 'toEmployeeId');
    return employeeId;
  }

  private async covering(district: string | null, active: readonly string[], tx: Tx): Promise<readonly string[]> {
    const area = district === null ? null : await this.areas.ofDistrict(district, tx);
    return active.filter((employeeId) => area?.salespersonIds.includes(employeeId));
  }
}
