import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Loan } from '../domain/loan/loan.js';
import { loanCollection } from './loan.schema.js';

@Injectable()
export class Loans extends Repository<Loan> {
  constructor(database: Database) {
    super(database, loanCollection, 'loan');
  }
}
