import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import { accessLogCollection } from './access-log.schema.js';

/** One full view of personal data: who saw what of whom, when and why. */
export interface AccessLogEntry {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly viewerId: string;
  readonly reason: string;
  readonly viewedFields: readonly string[];
  readonly viewedAt: Date;
  /** Department in which the data were seen. */
  readonly source: string;
}

@Injectable()
export class AccessLog extends Repository<AccessLogEntry> {
  constructor(database: Database) {
    super(database, accessLogCollection, 'access log entry');
  }
}
