import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import { ExposureQueries } from '../queries/exposure.queries.js';
import { exposureView, groupView } from './exposure.type.js';
import type { BorrowerExposureType, BorrowerGroupType } from './exposure.type.js';

@Injectable()
export class ExposureOfCustomer extends ListLoader<BorrowerExposureType> {
  constructor(private readonly exposures: ExposureQueries) {
    super();
  }

  protected async load(customerIds: readonly string[]): Promise<readonly (readonly [string, BorrowerExposureType])[]> {
    return (await this.exposures.ofCustomers(customerIds)).map((view) => [view.exposure.customerId, exposureView(view)] as const);
  }
}

@Injectable()
export class GroupById extends ListLoader<BorrowerGroupType> {
  constructor(private readonly exposures: ExposureQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, BorrowerGroupType])[]> {
    return (await this.exposures.groups(ids)).map((view) => [view.group.id, groupView(view)] as const);
  }
}
