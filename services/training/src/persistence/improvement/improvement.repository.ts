import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Improvement } from '../../domain/improvement/improvement.js';
import { improvementCollection } from './improvement.schema.js';

@Injectable()
export class Improvements extends Repository<Improvement> {
  constructor(database: Database) {
    super(database, improvementCollection, 'improvement');
  }
}
