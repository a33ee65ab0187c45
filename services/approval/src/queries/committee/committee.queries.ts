import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest, Stored } from '@weilend/mongo';
import { servesOn } from '../../domain/member/member.js';
import type { TermOfOffice } from '../../domain/member/member.js';
import type { CommitteePolicy } from '../../domain/policy/policy.js';
import type { CommitteeSession } from '../../domain/session/session.js';
import { memberCollection, policyCollection } from '../../persistence/committee/committee.schema.js';
import { sessionCollection } from '../../persistence/session/committee-session.schema.js';

export type MemberView = TermOfOffice & { readonly id: string };

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
      .findOne({ effectiveFrom: { $lte: on ?? this.clock.today() } } as never)
      .sort({ effectiveFrom: -1, policyVersion: -1 })
      .lean<Stored>()
      .exec();
    return row ? toEntity<CommitteePolicy>(row) : null;
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
