import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { SignIn } from '../../domain/sign-in/sign-in.js';
import { signInCollection } from './sign-in.schema.js';

@Injectable()
export class SignIns extends Repository<SignIn> {
  constructor(database: Database) {
    super(database, signInCollection, 'sign-in');
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
