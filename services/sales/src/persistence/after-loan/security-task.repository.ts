import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { SecurityTask } from '../../domain/after-loan/security-task.js';
import { securityTaskCollection } from './security-task.schema.js';

@Injectable()
export class SecurityTasks extends Repository<SecurityTask> {
  constructor(database: Database) {
    super(database, securityTaskCollection, 'security task');
  }
}
