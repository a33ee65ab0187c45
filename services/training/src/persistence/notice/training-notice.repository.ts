import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { TrainingNotice } from '../../domain/notice/training-notice.js';
import { trainingNoticeCollection } from './training-notice.schema.js';

/** What nominees were told. */
@Injectable()
export class TrainingNotices extends Repository<TrainingNotice> {
  constructor(database: Database) {
    super(database, trainingNoticeCollection, 'training notice');
  }
}
