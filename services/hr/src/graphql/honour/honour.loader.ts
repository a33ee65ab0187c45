import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Honour, HonourAward } from '../../domain/honour/honour.js';
import type { HonourRule } from '../../domain/honour/honour-rule.js';
import { HonourQueries } from '../../queries/honour/honour.queries.js';

@Injectable()
export class HonourLoader extends EntityLoader<Honour> {
  readonly typeName = 'Honour';

  constructor(private readonly honours: HonourQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Honour[]> {
    return this.honours.byIds(ids);
  }
}

@Injectable()
export class HonourAwardLoader extends EntityLoader<HonourAward> {
  readonly typeName = 'HonourAward';

  constructor(private readonly honours: HonourQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly HonourAward[]> {
    return this.honours.awardsByIds(ids);
  }
}

@Injectable()
export class HonourRuleLoader extends EntityLoader<HonourRule> {
  readonly typeName = 'HonourRule';

  constructor(private readonly honours: HonourQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly HonourRule[]> {
    return this.honours.rulesByIds(ids);
  }
}

/** Who received an honour. */
@Injectable()
export class AwardsOfHonour extends ListLoader<HonourAward> {
  constructor(private readonly honours: HonourQueries) {
    super();
  }

  protected load(honourIds: readonly string[]): Promise<readonly (readonly [string, HonourAward])[]> {
    return this.honours.awardsOf(honourIds);
  }
}
