import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LocalDate } from '@weilend/kernel';
import type { DeclaredConflict } from '../../domain/member/conflict.js';
import type { Absence, TermOfOffice } from '../../domain/member/member.js';
import type { CommitteePolicy } from '../../domain/policy/policy.js';
import { absenceCollection, conflictCollection, memberCollection, policyCollection, registerCollection } from './committee.schema.js';

export interface StoredPolicy extends CommitteePolicy {
  readonly version: number;
  readonly publishedAt: Date;
  readonly approvedAt: Date | null;
}

export interface StoredMember extends TermOfOffice {
  readonly id: string;
  readonly version: number;
  readonly appointedBy: string;
}

export interface StoredAbsence extends Absence {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly recordedBy: string;
}

export interface StoredConflict extends DeclaredConflict {
  readonly version: number;
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

  /** Those that may be in force by their date. */
  approved(tx: Tx): Promise<StoredPolicy[]> {
    return this.findMany({ state: 'approved' }, tx, { sort: { policyVersion: 1 } });
  }

  ofVersion(policyVersion: number, tx: Tx): Promise<StoredPolicy | null> {
    return this.findOne({ policyVersion }, tx);
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

@Injectable()
export class CommitteeAbsences extends Repository<StoredAbsence> {
  constructor(database: Database) {
    super(database, absenceCollection, 'absence');
  }

  /** Those that are not over on a day. */
  from(on: LocalDate, tx: Tx): Promise<StoredAbsence[]> {
    return this.findMany({ toOn: { $gte: on } }, tx, { sort: { toOn: 1 } });
  }
}

@Injectable()
export class CommitteeConflicts extends Repository<StoredConflict> {
  constructor(database: Database) {
    super(database, conflictCollection, 'conflict of interest');
  }

  ofCustomer(customerId: string, tx: Tx): Promise<StoredConflict[]> {
    return this.findMany({ customerId }, tx, { sort: { _id: 1 } });
  }

  ofCustomers(customerIds: readonly string[], tx: Tx): Promise<StoredConflict[]> {
    return this.findMany({ customerId: { $in: [...customerIds] } }, tx, { sort: { _id: 1 } });
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
