import { Injectable } from '@nestjs/common';
import { BusinessClock, parseRate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { LendingPolicy } from '../domain/exposure/concentration.js';

const KEYS = [
  ...(['concentration.net-assets', 'concentration.single-borrower', 'concentration.group'] as const),
  ...(['licence.kind', 'online.consumer-cap', 'online.business-cap'] as const),
] as const;

/** The limits of lending that are in force today [1.2]. */
@Injectable()
export class LendingPolicies {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async now(): Promise<LendingPolicy> {
    const value = await this.parameters.texts(KEYS, this.clock.today());
    return {
      netAssetsFen: Number(value['concentration.net-assets']),
      singleShare: parseRate(value['concentration.single-borrower']),
      groupShare: parseRate(value['concentration.group']),
      licence: value['licence.kind'],
      consumerCapFen: Number(value['online.consumer-cap']),
      businessCapFen: Number(value['online.business-cap']),
    };
  }
}
