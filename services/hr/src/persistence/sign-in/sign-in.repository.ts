import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { SignIn } from '../../domain/sign-in/sign-in.js';
import { signInCollection } from './sign-in.schema.js';

@Injectable()
export class SignIns extends Repository<SignIn> {
  constructor(private readonly database: Database) {
    super(database, signInCollection, 'sign-in');
  }

  /** Sign-ins and locks begin and end by the database's time: one clock for all processes. */
  now(): Promise<Date> {
    return this.database.now();
  }

  byToken(tokenHash: string, tx: Tx): Promise<SignIn | null> {
    return this.findOne({ tokenHash }, tx);
  }

  byUsedToken(tokenHash: string, tx: Tx): Promise<SignIn | null> {
    return this.findOne({ usedHashes: tokenHash }, tx);
  }

  openOf(employeeId: string, tx: Tx): Promise<SignIn[]> {
    return this.findMany({ employeeId, revokedAt: null }, tx);
  }
}
