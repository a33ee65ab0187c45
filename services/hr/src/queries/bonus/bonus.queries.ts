import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BonusState, DeferredState } from '../../domain/bonus/bonus.machine.js';
import type { BonusBalance, BonusClawback, BonusPart } from '../../domain/bonus/clawback.js';
import {
  bonusBalanceCollection,
  bonusClawbackCollection,
  bonusPartCollection,
  bonusStatementCollection,
  deferredBonusCollection,
} from '../../persistence/bonus/bonus.schema.js';
import { bonusView, deferredView } from './bonus-view.js';
import type { BonusView, DeferredView } from './bonus-view.js';

export interface BonusFilter extends PageRequest {
  readonly quarter?: string | null;
  readonly state?: BonusState | null;
  readonly employeeId?: string | null;
}

export interface DeferredFilter extends PageRequest {
  readonly state?: DeferredState | null;
  readonly until?: LocalDate | null;
}

/** The read side of bonuses: everybody sees his own, those who settle and audit them all. */
@Injectable()
export class BonusQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<BonusView[]> {
    const rows = await this.rows(bonusStatementCollection, { _id: { $in: [...ids] }, ...own(actor) });
    return rows.map(bonusView);
  }

  /** Newest first: of a quarter, in a state, of a person. */
  list({ quarter, state, employeeId, ...page }: BonusFilter, actor: Actor): Promise<Page<BonusView>> {
    const asked = { ...(quarter ? { quarter } : {}), ...(state ? { state } : {}), ...(employeeId ? { employeeId } : {}) };
    return pageOf(this.database.model(bonusStatementCollection), page, { filter: { $and: [asked, own(actor)] }, map: bonusView });
  }

  ownList(employeeId: string, page: PageRequest): Promise<Page<BonusView>> {
    return pageOf(this.database.model(bonusStatementCollection), page, { filter: { employeeId }, map: bonusView, hint: 'own' });
  }

  /** What each loan contributes to a bonus that the actor may see. */
  partsOf({ id, preparation }: Pick<BonusView, 'id' | 'preparation'>, page: PageRequest): Promise<Page<BonusPart>> {
    const filter = { statementId: id, preparation };
    return pageOf(this.database.model(bonusPartCollection), page, { filter, map: toEntity<BonusPart>, direction: 1 });
  }

  async allPartsOf({ id, preparation }: Pick<BonusView, 'id' | 'preparation'>): Promise<BonusPart[]> {
    return (await this.rows(bonusPartCollection, { statementId: id, preparation })).map(toEntity<BonusPart>);
  }

  clawbacks(filter: { readonly quarter?: string | null }, actor: Actor, page: PageRequest): Promise<Page<BonusClawback>> {
    const asked = { ...(filter.quarter ? { quarter: filter.quarter } : {}), ...own(actor) };
    return pageOf(this.database.model(bonusClawbackCollection), page, { filter: asked, map: toEntity<BonusClawback> });
  }

  clawbacksOf(statementId: string, page: PageRequest): Promise<Page<BonusClawback>> {
    return pageOf(this.database.model(bonusClawbackCollection), page, { filter: { statementId }, map: toEntity<BonusClawback> });
  }

  async allClawbacksOf(statementId: string): Promise<BonusClawback[]> {
    return (await this.rows(bonusClawbackCollection, { statementId })).map(toEntity<BonusClawback>);
  }

  async deferredByIds(ids: readonly string[], actor: Actor): Promise<DeferredView[]> {
    return (await this.rows(deferredBonusCollection, { _id: { $in: [...ids] }, ...own(actor) })).map(deferredView);
  }

  async deferredOf(statementIds: readonly string[]): Promise<DeferredView[]> {
    return (await this.rows(deferredBonusCollection, { statementId: { $in: [...statementIds] } })).map(deferredView);
  }

  /** The earliest day of release first. */
  deferredDue({ state, until, ...page }: DeferredFilter, actor: Actor): Promise<Page<DeferredView>> {
    const filter = { state: state ?? 'HELD', ...own(actor) };
    const plan = { field: 'releaseOn', type: 'string' as const, filter, until: until ?? null, map: deferredView };
    return duePageOf(this.database.model(deferredBonusCollection), page, plan);
  }

  /** What people owe from clawbacks, by person. */
  async balancesOf(employeeIds: readonly string[]): Promise<BonusBalance[]> {
    return (await this.rows(bonusBalanceCollection, { _id: { $in: [...employeeIds] } })).map(toEntity<BonusBalance>);
  }

  /** Who owes something from clawbacks, also those who left and get no bonus any more. */
  owing(actor: Actor, page: PageRequest): Promise<Page<BonusBalance>> {
    const filter = { owes: true, ...scopeFilter(rowScope(actor, WIDE), '_id') };
    return pageOf(this.database.model(bonusBalanceCollection), page, { filter, map: toEntity<BonusBalance>, hint: 'owing' });
  }

  private rows(collection: typeof bonusPartCollection, filter: object): Promise<Stored[]> {
    return this.database
      .model(collection)
      .find(filter as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
  }
}

const WIDE = ['hr-manager', 'finance-manager', 'auditor'] as const;
const own = (actor: Actor) => scopeFilter(rowScope(actor, WIDE), 'employeeId');

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
