import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import type { LoanProduct } from '../domain/product/product.js';
import { productCollection } from '../persistence/product.schema.js';
import { plain } from './scope.js';

const MOST_PRODUCTS = 500;

/** The catalogue. */
@Injectable()
export class ProductQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<LoanProduct[]> {
    return this.find({ _id: { $in: [...ids] } });
  }

  /** Products with a version in force on a day. */
  async inForceOn(on: LocalDate): Promise<LoanProduct[]> {
    return this.find({ 'versions.effectiveFrom': { $lte: on } });
  }

  private async find(filter: Record<string, unknown>): Promise<LoanProduct[]> {
    const rows = await this.database
      .model(productCollection)
      .find(filter as never)
      .sort({ code: 1 })
      .limit(MOST_PRODUCTS)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<LoanProduct>(row));
  }
}
