import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { AnyLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { ApplicationQueries, HEAD_FIELDS } from '../../queries/application/application.queries.js';
import type { ApplicationHead, ApplicationView } from '../../queries/application/application.queries.js';

/** `__typename` is the library's own. */
const HEAD: ReadonlySet<string> = new Set([...HEAD_FIELDS, '__typename']);

/** What a list of something else shows of applications. */
class ApplicationHeadLoader extends EntityLoader<ApplicationHead> {
  readonly typeName = 'LoanApplication';

  constructor(private readonly queries: ApplicationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ApplicationHead[]> {
    return this.queries.headsByIds(ids, actor);
  }
}

@Injectable()
export class LoanApplicationLoader extends EntityLoader<ApplicationView> {
  readonly typeName = 'LoanApplication';
  private readonly heads: ApplicationHeadLoader;

  constructor(private readonly queries: ApplicationQueries) {
    super();
    this.heads = new ApplicationHeadLoader(queries);
  }

  /** Where only so many fields are asked for: without reading the whole, if they are few enough. */
  lean(asked: ReadonlySet<string>): AnyLoader {
    return [...asked].every((field) => HEAD.has(field)) ? this.heads : this;
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ApplicationView[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** The applications of a customer, newest first. */
@Injectable()
export class ApplicationsOfCustomer extends ListLoader<ApplicationView> {
  constructor(private readonly queries: ApplicationQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ApplicationView])[]> {
    return (await this.queries.ofCustomers(ids, actor)).map((one) => [one.customerId, one] as const);
  }
}
