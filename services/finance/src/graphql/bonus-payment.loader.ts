import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import { BonusPaymentQueries } from '../queries/bonus-payment.queries.js';
import { bonusView } from './bonus-payment.type.js';
import type { BonusPaymentType } from './bonus-payment.type.js';

@Injectable()
export class BonusById extends ListLoader<BonusPaymentType> {
  constructor(private readonly bonuses: BonusPaymentQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, BonusPaymentType])[]> {
    return (await this.bonuses.byIds(ids)).map((bonus) => [bonus.id, bonusView(bonus)] as const);
  }
}
