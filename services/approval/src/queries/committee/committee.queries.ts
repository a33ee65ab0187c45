import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import type { Role } from '@weilend/contracts';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest, Stored } from '@weilend/mongo';
import { servesOn } from '../../domain/member/member.js';
import type { DeclaredConflict } from '../../domain/member/conflict.js';
import type { Absence, TermOfOffice } from '../../domain/member/member.js';
import { policyChanges } from '../../domain/policy/policy-changes.js';
import type { PolicyChange } from '../../domain/policy/policy-changes.js';
import type { CommitteePolicy } from '../../domain/policy/policy.js';
import type { CommitteeSession } from '../../domain/session/session.js';
import { absenceCollection, conflictCollection, memberCollection, policyCollection } from '../../persistence/committee/committee.schema.js';
import { sessionCollection } from '../../persistence/session/committee-session.schema.js';

export type AbsenceView = Absence & { readonly id: string; readonly reason: string };
export type MemberView = TermOfOffice & { readonly id: string };

/** See every tie of every member. */
const CONFLICT_READERS: readonly Role[] = ['committee-chair', 'committee-secretary', 'compliance-officer', 'auditor'];

/** The read side of the committee itself: policy, members, sittings. */
@Injectable()
export class CommitteeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** The policy in force on a date (today when left out), or null. */
  async policyInForce(on: LocalDate | null): Promise<CommitteePolicy | null> {
    const row = await this.database
      .model(policyCollection)
      .findOne({ state: 'approved', effectiveFrom: { $lte: on ?? this.clock.today() } } as never)
      .sort({ effectiveFrom: -1, policyVersion: -1 })
      .lean<Stored>()
      .exec();
    return row ? toEntity<CommitteePolicy>(row) : null;
  }

  /** Every version, the newest first, drafts and dropped ones too. */
  policies(request: PageRequest): Promise<Page<CommitteePolicy>> {
    return pageOf(this.database.model(policyCollection), request, { filter: {}, map: toEntity<CommitteePolicy> });
  }

  /** What changed from one version to another; null when one of them is not there. */
  async policyChanges(before: number, after: number): Promise<readonly PolicyChange[] | null> {
    const rows = await this.database
      .model(policyCollection)
      .find({ policyVersion: { $in: [before, after] } } as never)
      .lean<Stored[]>()
      .exec();
    const versions = new Map(rows.map(toEntity<CommitteePolicy>).map((policy) => [policy.policyVersion, policy]));
    const [old, now] = [versions.get(before), versions.get(after)];
    return old && now ? policyChanges(old, now) : null;
  }

  /** Absences that are not over, the one that ends first at the top. */
  async absences(): Promise<readonly AbsenceView[]> {
    const rows = await this.database
      .model(absenceCollection)
      .find({ toOn: { $gte: this.clock.today() } } as never)
      .sort({ toOn: 1, _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AbsenceView>);
  }

  /** Ties to customers, newest first; a member who neither keeps nor checks the register sees his own. */
  conflicts(page: PageRequest, actor: Actor): Promise<Page<DeclaredConflict>> {
    const filter = scopeFilter(rowScope(actor, CONFLICT_READERS), 'employeeId');
    return pageOf(this.database.model(conflictCollection), page, { filter, map: toEntity<DeclaredConflict> });
  }

  absencesByIds(ids: readonly string[]): Promise<AbsenceView[]> {
    return this.byIds(absenceCollection, ids);
  }

  conflictsByIds(ids: readonly string[]): Promise<DeclaredConflict[]> {
    return this.byIds(conflictCollection, ids);
  }

  policiesByIds(ids: readonly string[]): Promise<CommitteePolicy[]> {
    return this.byIds(policyCollection, ids);
  }

  /** Who serves on a date (today when left out). */
  async members(on: LocalDate | null): Promise<MemberView[]> {
    const rows = await this.database.model(memberCollection).find().sort({ _id: 1 }).lean<Stored[]>().exec();
    return rows.map((row) => toEntity<MemberView>(row)).filter((member) => servesOn(member, on ?? this.clock.today()));
  }

  membersByIds(ids: readonly string[]): Promise<MemberView[]> {
    return this.byIds(memberCollection, ids);
  }

  sessionsByIds(ids: readonly string[]): Promise<CommitteeSession[]> {
    return this.byIds(sessionCollection, ids);
  }

  sessions(request: PageRequest & { state?: string | null }): Promise<Page<CommitteeSession>> {
    const { state, ...page } = request;
    return pageOf(this.database.model(sessionCollection), page, { filter: state ? { state } : {}, map: toEntity<CommitteeSession> });
  }

  private async byIds<T>(collection: CollectionDefinition, ids: readonly string[]): Promise<T[]> {
    const rows = await this.database
      .model(collection)
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toEntity<T>(row));
  }
}

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
