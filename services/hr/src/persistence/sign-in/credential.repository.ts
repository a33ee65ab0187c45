import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Credential } from '../../domain/sign-in/password.js';
import { credentialCollection } from './credential.schema.js';

@Injectable()
export class Credentials extends Repository<Credential> {
  constructor(database: Database) {
    super(database, credentialCollection, 'credential');
  }
}
