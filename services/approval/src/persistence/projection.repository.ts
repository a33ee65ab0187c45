import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { FiledPaper } from '../domain/decision/reconsider.js';
import type { ProductVersion } from '../domain/policy/product-fit.js';
import { productCollection, stageCollection } from './projection.schema.js';

export interface ApplicationStage {
  readonly id: string;
  readonly version: number;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly signedContractId: string | null;
  readonly signedAt: Date | null;
  /** SHA-256 of the papers that were ever handed in, or shown as evidence; nothing for applications from before they were told. */
  readonly documentHashes?: readonly string[] | null;
  /** Every paper that was put to the application, handed in or not, as sales told; nothing from before it did. */
  readonly papers?: readonly FiledPaper[] | null;
  /** Who serves the customer now, where sales told it. */
  readonly salespersonId?: string | null;
}

interface Product {
  readonly id: string;
  readonly version: number;
  readonly versions: readonly ProductVersion[];
}

@Injectable()
export class ApplicationStages extends Repository<ApplicationStage> {
  constructor(database: Database) {
    super(database, stageCollection, 'application');
  }

  /** Adds what became known; what was known stays. Always writes, so that whoever decides on the stage conflicts with whoever changes it. */
  async note(applicationId: string, known: Partial<Omit<ApplicationStage, 'id' | 'version'>>, tx: Tx): Promise<ApplicationStage> {
    const stage = await this.find(applicationId, tx);
    const nothing = { id: applicationId, version: 0, withdrawnAt: null, withdrawnReason: null, signedContractId: null, signedAt: null };
    return stage ? this.save({ ...stage, ...known }, tx) : this.insert({ ...nothing, ...known }, tx);
  }

  /** Papers that the committee has had before it, by their hashes: never new facts. */
  async noteSeen(applicationId: string, hashes: readonly string[], tx: Tx): Promise<void> {
    const known = (await this.find(applicationId, tx))?.documentHashes ?? [];
    await this.note(applicationId, { documentHashes: [...new Set([...known, ...hashes])] }, tx);
  }

  /** A paper that lies in the application's file, each once. */
  async noteFiled(applicationId: string, paper: FiledPaper, tx: Tx): Promise<void> {
    const filed = (await this.find(applicationId, tx))?.papers ?? [];
    if (!filed.some((one) => one.fileId === paper.fileId)) await this.note(applicationId, { papers: [...filed, paper] }, tx);
  }
}

@Injectable()
export class Products extends Repository<Product> {
  constructor(database: Database) {
    super(database, productCollection, 'product');
  }

  /** Versions seen so far; empty for a product that finance has not published to us. */
  async versionsOf(productId: string, tx: Tx): Promise<readonly ProductVersion[]> {
    return (await this.find(productId, tx))?.versions ?? [];
  }

  async add(product: ProductVersion, tx: Tx): Promise<void> {
    const known = await this.find(product.productId, tx);
    if (!known) {
      await this.insert({ id: product.productId, version: 0, versions: [product] }, tx);
      return;
    }
    const others = known.versions.filter((one) => one.productVersion !== product.productVersion);
    await this.save({ ...known, versions: [...others, product] }, tx);
  }
}
