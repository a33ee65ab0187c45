import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { ImportQueries } from '../../queries/import/import.queries.js';
import type { ImportRunView } from '../../queries/import/import.queries.js';

/** Runs by id; not referred to by other departments. */
@Injectable()
export class ImportRunLoader extends EntityLoader<ImportRunView> {
  readonly typeName = 'ImportRun';

  constructor(private readonly queries: ImportQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ImportRunView[]> {
    return this.queries.byIds(ids, actor);
  }
}
