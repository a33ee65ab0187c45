import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BorrowerGroup } from '../domain/exposure/borrower-group.js';
import { standingsOf } from '../domain/exposure/concentration.js';
import type { LendingPolicy, LimitStanding } from '../domain/exposure/concentration.js';
import { borrowerGroupCollection } from '../persistence/borrower-group.schema.js';
import { noExposure } from '../persistence/exposure.repository.js';
import type { StoredExposure } from '../persistence/exposure.repository.js';
import { exposureCollection } from '../persistence/exposure.schema.js';
import { LendingPolicies } from '../persistence/lending-policies.js';
import { plain } from './scope.js';

export interface GroupView {
  readonly group: BorrowerGroup;
  readonly standing: LimitStanding;
}

export interface ExposureView {
  readonly exposure: StoredExposure;
  readonly group: GroupView | null;
  readonly standings: readonly LimitStanding[];
}

/** What borrowers and groups of related parties owe, beside the limits that hold for them today. */
@Injectable()
export class ExposureQueries {
  constructor(
    private readonly database: Database,
    private readonly policies: LendingPolicies,
  ) {}

  /** One of every customer: who never borrowed owes nothing. */
  async ofCustomers(customerIds: readonly string[]): Promise<readonly ExposureView[]> {
    const stored = await this.find<StoredExposure>(exposureCollection, customerIds);
    const known = new Map(stored.map((row) => [row.id, row]));
    const groupIds = [...new Set(stored.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])))];
    const groups = new Map((await this.find<BorrowerGroup>(borrowerGroupCollection, groupIds)).map((group) => [group.id, group]));
    const policy = await this.policies.now();
    return customerIds.map((customerId) => {
      const exposure = known.get(customerId) ?? noExposure(customerId);
      const group = groups.get(exposure.groupId ?? '') ?? null;
      return { exposure, group: group && viewOf(group, policy), standings: standingsOf(exposure, group, policy) };
    });
  }

  async groups(ids: readonly string[]): Promise<readonly GroupView[]> {
    const policy = await this.policies.now();
    return (await this.find<BorrowerGroup>(borrowerGroupCollection, ids)).map((group) => viewOf(group, policy));
  }

  async listGroups(request: PageRequest): Promise<Page<GroupView>> {
    const policy = await this.policies.now();
    const map = (row: Stored): GroupView => viewOf(plain<BorrowerGroup>(row), policy);
    return pageOf(this.database.model(borrowerGroupCollection), request, { filter: {}, map });
  }

  private async find<T>(definition: typeof exposureCollection, ids: readonly string[]): Promise<T[]> {
    const filter = { _id: { $in: [...ids] } };
    const rows = await this.database
      .model(definition)
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<T>(row));
  }
}

/** The limit of a group, seen from any of its members. */
function viewOf(group: BorrowerGroup, policy: LendingPolicy): GroupView {
  const [, standing] = standingsOf(noExposure(group.id), group, policy);
  if (!standing) throw new Error('a group has a limit');
  return { group, standing };
}
