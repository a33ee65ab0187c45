import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { invariant } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import type { EmployeeChange } from '../../domain/employee/employee-change.js';
import { employeeChangeCollection } from './employee.schema.js';

/** The history of people: rows are added, never changed. */
@Injectable()
export class EmployeeChanges extends Repository<EmployeeChange> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, employeeChangeCollection, 'employee change');
  }

  override save(): Promise<EmployeeChange> {
    invariant(false, 'the history of an employee is never changed');
  }

  protected override toDocument(change: EmployeeChange): Record<string, unknown> {
    const reason = change.reason === null ? null : this.cipher.encrypt(change.reason, changeReasonPlace(change.id));
    return { ...super.toDocument(change), reason };
  }

  protected override toEntity(document: Stored): EmployeeChange {
    const change = super.toEntity(document);
    return { ...change, reason: change.reason === null ? null : this.cipher.decrypt(change.reason, changeReasonPlace(change.id)) };
  }
}

/** Where the encrypted reason of a change stands. */
export const changeReasonPlace = (id: string) => ({ collection: employeeChangeCollection.name, id, field: 'reason' });
