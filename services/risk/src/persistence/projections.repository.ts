import { Injectable } from '@nestjs/common';
import type { DecisionResult } from '@weilend/contracts';
import { sumFen } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Entity, Tx } from '@weilend/mongo';
import type { Exposure } from '../domain/report/risk-report.js';
import {
  applicationFactsCollection,
  borrowerGroupCollection,
  loanExposureCollection,
  productLimitsCollection,
} from './projections.schema.js';

export interface NotedDecision {
  readonly decisionId: string;
  readonly result: DecisionResult;
  readonly reportId: string;
  readonly decidedOn: string;
  readonly validUntil: string | null;
}

/** Id is the application's. */
export interface ApplicationFacts extends Entity {
  readonly withdrawal: { readonly at: Date; readonly reason: string } | null;
  readonly decisions: readonly NotedDecision[];
}

/** Id is the product's. */
export interface ProductLimits extends Entity {
  readonly productVersion: number;
  readonly minAmountFen: number;
  readonly maxAmountFen: number;
  readonly minTermMonths: number;
  readonly maxTermMonths: number;
}

/** Id is the loan's. */
export interface LoanExposure extends Entity {
  readonly applicationId: string;
  readonly customerId: string;
  readonly amountFen: number;
  readonly disbursedOn: string;
  /** Principal still owed, as finance last told. */
  readonly outstandingFen: number;
  readonly toldOn: string | null;
  /** Day of the first instalment; null for loans of before this was kept. */
  readonly firstDueOn: string | null;
  /** How late it is by finance's last word, and when a rule on days past due may be fulfilled next. */
  readonly overdueSince: string | null;
  readonly agesOn: string | null;
  /** Its payment was taken back: it is no loan any more. */
  readonly reversedOn: string | null;
}

/** Facts of other departments about applications; they may arrive in any order. */
@Injectable()
export class ApplicationFactsStore extends Repository<ApplicationFacts> {
  constructor(database: Database) {
    super(database, applicationFactsCollection, 'application');
  }

  async known(applicationId: string, tx: Tx): Promise<ApplicationFacts> {
    return (await this.find(applicationId, tx)) ?? { id: applicationId, version: 0, withdrawal: null, decisions: [] };
  }

  put(facts: ApplicationFacts, tx: Tx): Promise<ApplicationFacts> {
    return facts.version === 0 ? this.insert(facts, tx) : this.save(facts, tx);
  }
}

@Injectable()
export class ProductLimitsStore extends Repository<ProductLimits> {
  constructor(database: Database) {
    super(database, productLimitsCollection, 'product');
  }

  /** Keeps the latest version; an older one that comes late is ignored. */
  async put(limits: Omit<ProductLimits, 'version'>, tx: Tx): Promise<void> {
    const known = await this.find(limits.id, tx);
    if (!known) await this.insert({ ...limits, version: 0 }, tx);
    else if (known.productVersion < limits.productVersion) await this.save({ ...known, ...limits }, tx);
  }
}

/** Id is the group's. */
export interface KnownGroup extends Entity {
  readonly customerIds: readonly string[];
}

@Injectable()
export class BorrowerGroupsKnown extends Repository<KnownGroup> {
  constructor(database: Database) {
    super(database, borrowerGroupCollection, 'borrower group');
  }

  async put(id: string, customerIds: readonly string[], tx: Tx): Promise<void> {
    const known = await this.find(id, tx);
    if (known) await this.save({ ...known, customerIds }, tx);
    else await this.insert({ id, version: 0, customerIds }, tx);
  }

  /** Who else is in the group of a customer; nobody when he is in none. */
  async othersWith(customerId: string, tx: Tx): Promise<string[]> {
    const groups = await this.findMany({ customerIds: customerId }, tx);
    return [...new Set(groups.flatMap((group) => group.customerIds))].filter((one) => one !== customerId).sort();
  }
}

@Injectable()
export class LoanExposures extends Repository<LoanExposure> {
  constructor(private readonly database: Database) {
    super(database, loanExposureCollection, 'loan');
  }

  /** Late loans whose days have to be counted by now, the earliest first. */
  async toAge(today: string, limit: number, without: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .collection<{ _id: string }>(loanExposureCollection.name)
      .find({ agesOn: { $type: 'string', $lte: today }, reversedOn: null, _id: { $nin: [...without] } } as never)
      .sort({ agesOn: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return rows.map(({ _id }) => _id);
  }

  /** The loan of an application that was paid out and not taken back, or null. */
  ofApplication(applicationId: string, tx: Tx): Promise<LoanExposure | null> {
    return this.findOne({ applicationId, reversedOn: null }, tx);
  }

  async ofCustomer(customerId: string, tx: Tx): Promise<Exposure> {
    const loans = await this.findMany({ customerId, reversedOn: null }, tx);
    return { loanCount: loans.length, disbursedFen: sumFen(loans.map((loan) => loan.amountFen)) };
  }

  /** What customers owe still, with how many loans; who owes nothing is left out. */
  async owedBy(customerIds: readonly string[], tx: Tx): Promise<ReadonlyMap<string, { loanCount: number; outstandingFen: number }>> {
    const owed = new Map<string, { loanCount: number; outstandingFen: number }>();
    for (const { customerId, outstandingFen } of await this.findMany({ customerId: { $in: [...customerIds] }, reversedOn: null }, tx)) {
      if (outstandingFen === 0) continue;
      const before = owed.get(customerId) ?? { loanCount: 0, outstandingFen: 0 };
      owed.set(customerId, { loanCount: before.loanCount + 1, outstandingFen: sumFen([before.outstandingFen, outstandingFen]) });
    }
    return owed;
  }
}
