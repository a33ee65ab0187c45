import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { parseDistrict } from '../../domain/acquisition/assignment.js';
import { SalesAreas } from '../../persistence/acquisition/source.repository.js';
import { LeadAssigner } from './lead-assigner.js';

export interface SetSalesAreaRequest {
  readonly requestKey?: string | null;
  readonly district: string;
  readonly name: string;
  /** An empty list leaves the district to nobody. */
  readonly salespersonIds: readonly string[];
}

/** Keeps who covers a district, so that leads from there can be given to him [2.8]. */
@Injectable()
export class SetSalesArea {
  constructor(
    private readonly work: UnitOfWork,
    private readonly areas: SalesAreas,
    private readonly assigner: LeadAssigner,
  ) {}

  execute(actor: Actor, input: SetSalesAreaRequest): Promise<string> {
    return this.work.once({ operation: 'set-sales-area', actor, input, inTurn: 'sales-areas' }, async (tx) => {
      const district = parseDistrict(input.district);
      const name = input.name.trim();
      if (name.length < 2) throw new DomainError('NAME_INVALID', {}, 'name');
      const salespersonIds = [...new Set(input.salespersonIds)];
      for (const employeeId of salespersonIds) await this.assigner.requireSalesperson(employeeId, tx);
      const known = await this.areas.ofDistrict(district, tx);
      const set = { district, name, salespersonIds };
      if (known) return (await this.areas.save({ ...known, ...set }, tx)).id;
      return (await this.areas.insert({ id: newId('ara'), version: 0, ...set }, tx)).id;
    });
  }
}
