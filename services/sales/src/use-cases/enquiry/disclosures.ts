import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import { disclosureOf } from '../../domain/enquiry/disclosure.js';
import type { DisclosureText } from '../../domain/enquiry/disclosure.js';

/** What customers must be told, by the text that compliance has put in force: one proposes it, another approves it [7.9]. */
@Injectable()
export class Disclosures {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async inForce(): Promise<DisclosureText> {
    return disclosureOf(await this.parameters.inForce('disclosure.loan', this.clock.today()));
  }
}
