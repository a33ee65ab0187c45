import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Watch } from '../../domain/watch/watch.js';
import { WatchQueries } from '../../queries/watch/watch.queries.js';

@Injectable()
export class WatchLoader extends EntityLoader<Watch> {
  readonly typeName = 'WatchedCustomer';

  constructor(private readonly watches: WatchQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Watch[]> {
    return this.watches.byIds(ids);
  }
}

/** Whether who applied is under watch, by application. */
@Injectable()
export class WatchOfApplication extends ListLoader<Watch> {
  constructor(private readonly watches: WatchQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly (readonly [string, Watch])[]> {
    return this.watches.ofApplications(ids);
  }
}
