import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { WarningRule } from '../../domain/early-warning/warning-rule.js';
import { WarningRuleQueries } from '../../queries/early-warning/warning-rule.queries.js';

@Injectable()
export class WarningRuleLoader extends EntityLoader<WarningRule> {
  readonly typeName = 'WarningRule';

  constructor(private readonly rules: WarningRuleQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly WarningRule[]> {
    return this.rules.byIds(ids);
  }
}
