import { Injectable } from '@nestjs/common';
import { ROLES } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { CollectionDefinition, Stored } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { currentRules, missingFor } from '../domain/rule/rule.js';
import type { Acknowledgement, CompanyRule, Person } from '../domain/rule/rule.js';
import { acknowledgementCollection, ruleCollection } from '../persistence/rule.schema.js';

export interface MissingAcknowledgement {
  readonly rule: CompanyRule;
  readonly employeeId: string;
}

/** The read side of rules: what is in force, who has acknowledged, who owes it [7.7]. */
@Injectable()
export class RuleQueries {
  constructor(
    private readonly database: Database,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  /** The newest version in force of each rule. */
  async current(): Promise<CompanyRule[]> {
    return currentRules(await this.find<CompanyRule>(ruleCollection, { effectiveFrom: { $lte: this.clock.today() } }));
  }

  byIds(ids: readonly string[]): Promise<CompanyRule[]> {
    return this.find(ruleCollection, { _id: { $in: [...ids] } });
  }

  acknowledgementsByIds(ids: readonly string[]): Promise<Acknowledgement[]> {
    return this.find(acknowledgementCollection, { _id: { $in: [...ids] } });
  }

  acknowledgementsOfRules(ruleIds: readonly string[]): Promise<Acknowledgement[]> {
    return this.find(acknowledgementCollection, { ruleId: { $in: [...ruleIds] } });
  }

  /** Everybody active who owes an acknowledgement of a rule in force; of one rule when `ruleId` is given. */
  async missing(ruleId: string | null): Promise<MissingAcknowledgement[]> {
    const rules = (await this.current()).filter((rule) => ruleId === null || rule.id === ruleId);
    const given = await this.acknowledgementsOfRules(rules.map((rule) => rule.id));
    const people = await this.everybody();
    return rules.flatMap((rule) => missingFor(rule, people, given).map((employeeId) => ({ rule, employeeId })));
  }

  private async everybody(): Promise<Person[]> {
    const people = new Map<string, Person>();
    for (const role of ROLES) {
      for (const { _id, roles } of await this.directory.holding(role)) people.set(_id, { employeeId: _id, roles });
    }
    return [...people.values()].sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
  }

  private async find<T>(collection: CollectionDefinition, filter: Record<string, unknown>): Promise<T[]> {
    const rows = await this.database
      .model(collection)
      .find(filter as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }) as unknown as T);
  }
}
