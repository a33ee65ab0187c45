import { Injectable } from '@nestjs/common';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';

/** When an unclear inspection is repeated: after the interval of a risky loan. */
@Injectable()
export class InspectionFollowUp {
  constructor(private readonly parameters: Parameters) {}

  async next(inspectedOn: LocalDate): Promise<{ id: string; dueOn: LocalDate }> {
    return { id: newId('ins'), dueOn: addDays(inspectedOn, await this.parameters.number('inspection.interval-high', inspectedOn)) };
  }
}
