import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { PayeeAccountQueries } from '../queries/payee-account.queries.js';
import { payeeAccountView } from './payee-account.type.js';
import type { PayeeAccountType } from './payee-account.type.js';

@Injectable()
export class PayeeAccountLoader extends EntityLoader<PayeeAccountType> {
  readonly typeName = 'PayeeAccount';

  constructor(private readonly accounts: PayeeAccountQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly PayeeAccountType[]> {
    return (await this.accounts.byIds(ids, actor)).map(payeeAccountView);
  }
}
