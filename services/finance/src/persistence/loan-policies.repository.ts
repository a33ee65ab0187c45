import { Injectable } from '@nestjs/common';
import { parseRate } from '@weilend/kernel';
import type { LocalDate, Rate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { ClassPolicy } from '../domain/arrears/loan-class.js';
import type { ChangePolicy } from '../domain/loan-request/loan-request.js';
import type { DayPolicy } from '../domain/loan/close-day.js';
import type { RestructurePolicy } from '../domain/loan/restructure.js';

/** The rules by which running loans are judged and changed, as they are in force on a business date [1.2]. */
@Injectable()
export class LoanPolicies {
  constructor(private readonly parameters: Parameters) {}

  /** What the end of a day goes by: classes, and the calendar that is known then. */
  async dayOn(on: LocalDate): Promise<DayPolicy> {
    return { ...(await this.classesOn(on)), calendar: await this.parameters.calendar(on) };
  }

  /** Days and provisions of the five classes. */
  async classesOn(on: LocalDate): Promise<ClassPolicy> {
    const days = (name: Days): Promise<number> => this.parameters.number(`classification.${name}-from`, on);
    const rate = async (name: 'pass' | Days): Promise<Rate> => parseRate(await this.parameters.text(`provision.${name}`, on));
    return {
      from: {
        SPECIAL_MENTION: await days('special-mention'),
        SUBSTANDARD: await days('substandard'),
        DOUBTFUL: await days('doubtful'),
        LOSS: await days('loss'),
      },
      provision: {
        PASS: await rate('pass'),
        SPECIAL_MENTION: await rate('special-mention'),
        SUBSTANDARD: await rate('substandard'),
        DOUBTFUL: await rate('doubtful'),
        LOSS: await rate('loss'),
      },
    };
  }

  /** True when other days, provisions or days off hold from this date on, for every loan that runs. */
  rulesChange(on: LocalDate): Promise<boolean> {
    const days = CLASS_NAMES.map((name) => `classification.${name}-from` as const);
    const provisions = (['pass', ...CLASS_NAMES] as const).map((name) => `provision.${name}` as const);
    return this.parameters.takeEffect([...days, ...provisions, 'calendar.holidays', 'calendar.make-up-days'], on);
  }

  /** What a change of a running loan is judged by. */
  async changesOn(on: LocalDate): Promise<ChangePolicy> {
    return { restructure: await this.restructureOn(on), classes: await this.classesOn(on) };
  }

  /** How often a loan may be restructured and how long it is observed afterwards. */
  async restructureOn(on: LocalDate): Promise<RestructurePolicy> {
    return {
      maxCount: await this.parameters.number('restructure.max-count', on),
      observationMonths: await this.parameters.number('restructure.observation-months', on),
    };
  }
}

const CLASS_NAMES = ['special-mention', 'substandard', 'doubtful', 'loss'] as const;
type Days = (typeof CLASS_NAMES)[number];
