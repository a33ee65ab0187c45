import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import { disclosureOf } from '../../domain/enquiry/disclosure.js';
import type { DisclosureText } from '../../domain/enquiry/disclosure.js';

/** What customers must be told, by the text in force on a day [7.9]. */
@Injectable()
export class DisclosureQueries {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async inForce(on: LocalDate = this.clock.today()): Promise<DisclosureText> {
    return disclosureOf(await this.parameters.inForce('disclosure.loan', on));
  }
}
