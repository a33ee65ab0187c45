import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ArrearsTask } from '../../domain/after-loan/arrears-task.js';
import { arrearsTaskCollection } from './arrears-task.schema.js';

@Injectable()
export class ArrearsTasks extends Repository<ArrearsTask> {
  constructor(database: Database) {
    super(database, arrearsTaskCollection, 'arrears task');
  }

  /** Every step of a loan that nobody has answered yet, oldest first. */
  openOf(loanId: string, tx: Tx): Promise<ArrearsTask[]> {
    return this.findMany({ loanId, state: 'open' }, tx, { sort: { _id: 1 } });
  }
}
