import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { WarningRuleState } from '../../domain/early-warning/warning-rule.machine.js';
import type { WarningRule, WarningSignal } from '../../domain/early-warning/warning-rule.js';
import { warningRuleCollection } from '../../persistence/early-warning/early-warning.schema.js';

export interface WarningRuleFilter extends PageRequest {
  readonly state?: WarningRuleState | null;
  readonly signal?: WarningSignal | null;
  readonly code?: string | null;
}

/** Early-warning rules, all their versions. */
@Injectable()
export class WarningRuleQueries {
  constructor(private readonly database: Database) {}

  list({ state, signal, code, ...page }: WarningRuleFilter): Promise<Page<WarningRule>> {
    const filter = { ...(state ? { state } : {}), ...(signal ? { signal } : {}), ...(code ? { code } : {}) };
    return pageOf(this.database.model(warningRuleCollection), page, { filter, map: toRule });
  }

  async byIds(ids: readonly string[]): Promise<WarningRule[]> {
    const rows = await this.database
      .model(warningRuleCollection)
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toRule);
  }
}

function toRule({ _id, ...rest }: Stored): WarningRule {
  return { id: _id, ...rest } as unknown as WarningRule;
}
