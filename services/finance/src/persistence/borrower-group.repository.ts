import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { BorrowerGroup } from '../domain/exposure/borrower-group.js';
import { borrowerGroupCollection } from './borrower-group.schema.js';

@Injectable()
export class BorrowerGroups extends Repository<BorrowerGroup> {
  constructor(database: Database) {
    super(database, borrowerGroupCollection, 'borrower group');
  }
}
