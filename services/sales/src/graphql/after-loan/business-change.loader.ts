import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import type { BusinessChange } from '../../domain/after-loan/business-change.js';
import { BusinessChangeQueries } from '../../queries/after-loan/business-change.queries.js';

/** The changes on an application, newest first. */
@Injectable()
export class ChangesOfApplication extends ListLoader<BusinessChange> {
  constructor(private readonly queries: BusinessChangeQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, BusinessChange])[]> {
    return (await this.queries.ofApplications(ids)).map((one) => [one.applicationId, one] as const);
  }
}
