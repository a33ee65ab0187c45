import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LoanProduct } from '../domain/product/product.js';
import { productCollection } from './product.schema.js';

export type StoredProduct = LoanProduct & { readonly version: number };

@Injectable()
export class Products extends Repository<StoredProduct> {
  constructor(database: Database) {
    super(database, productCollection, 'product');
  }

  byCode(code: string, tx: Tx): Promise<StoredProduct | null> {
    return this.findOne({ code }, tx);
  }
}
