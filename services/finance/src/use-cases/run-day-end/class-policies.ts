import { Injectable } from '@nestjs/common';
import { parseRate } from '@weilend/kernel';
import type { LocalDate, Rate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { ClassPolicy } from '../../domain/arrears/loan-class.js';

/** Days and provisions of the five classes as they are in force on a business date. */
@Injectable()
export class ClassPolicies {
  constructor(private readonly parameters: Parameters) {}

  async of(on: LocalDate): Promise<ClassPolicy> {
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
}

type Days = 'special-mention' | 'substandard' | 'doubtful' | 'loss';
