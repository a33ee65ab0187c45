import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Parameter } from '../domain/parameter/parameter.js';
import { parameterCollection } from './parameter.schema.js';

export interface StoredParameter extends Parameter {
  readonly version: number;
}

@Injectable()
export class ParameterRegister extends Repository<StoredParameter> {
  constructor(database: Database) {
    super(database, parameterCollection, 'parameter');
  }

  publishedOf(key: string, tx: Tx): Promise<StoredParameter[]> {
    return this.findMany({ key, state: 'published' }, tx);
  }

  published(tx: Tx): Promise<StoredParameter[]> {
    return this.findMany({ state: 'published' }, tx);
  }
}
