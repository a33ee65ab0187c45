import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { TermOfOffice } from '../../domain/member/member.js';
import type { CommitteePolicy } from '../../domain/policy/policy.js';
import { memberCollection, policyCollection, registerCollection } from './committee.schema.js';

export interface StoredPolicy extends CommitteePolicy {
  readonly version: number;
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

export interface StoredMember extends TermOfOffice {
  readonly id: string;
  readonly version: number;
  readonly appointedBy: string;
}

interface Register {
  readonly id: string;
  readonly version: number;
  readonly policies: number;
  readonly appointments: number;
}

export const REGISTER_ID = 'committee';

@Injectable()
export class CommitteePolicies extends Repository<StoredPolicy> {
  constructor(database: Database) {
    super(database, policyCollection, 'committee policy');
  }

  all(tx: Tx): Promise<StoredPolicy[]> {
    return this.findMany({}, tx, { sort: { policyVersion: 1 } });
  }
}

@Injectable()
export class CommitteeMembers extends Repository<StoredMember> {
  constructor(database: Database) {
    super(database, memberCollection, 'committee member');
  }

  all(tx: Tx): Promise<StoredMember[]> {
    return this.findMany({}, tx, { sort: { fromOn: 1 } });
  }
}

/** Serialises appointments and publications; its counters number the policies. */
@Injectable()
export class CommitteeRegisters extends Repository<Register> {
  constructor(database: Database) {
    super(database, registerCollection, 'committee register');
  }

  /** The number of the next policy. */
  async nextPolicy(tx: Tx): Promise<number> {
    const register = await this.get(REGISTER_ID, tx);
    return (await this.save({ ...register, policies: register.policies + 1 }, tx)).policies;
  }

  async countAppointment(tx: Tx): Promise<void> {
    const register = await this.get(REGISTER_ID, tx);
    await this.save({ ...register, appointments: register.appointments + 1 }, tx);
  }
}
