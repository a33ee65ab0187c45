import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Violation } from '../domain/violation/violation.js';
import { violationCollection } from './violation.schema.js';

export interface StoredViolation extends Violation {
  readonly version: number;
}

@Injectable()
export class Violations extends Repository<StoredViolation> {
  constructor(database: Database) {
    super(database, violationCollection, 'violation');
  }
}
