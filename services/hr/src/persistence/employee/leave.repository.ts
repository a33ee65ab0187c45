import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { Leave } from '../../domain/employee/leave.js';
import { leaveCollection } from './leave.schema.js';

const OPEN = ['REQUESTED', 'APPROVED'];
const SECRET = ['reason', 'decisionReason'] as const;

@Injectable()
export class Leaves extends Repository<Leave> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, leaveCollection, 'leave');
  }

  /** Open leaves that touch a period and in which one of these people is away or stands in. */
  touching(people: readonly string[], { from, to }: Pick<Leave, 'from' | 'to'>, tx: Tx): Promise<Leave[]> {
    const concerns = { $or: [{ employeeId: { $in: [...people] } }, { standInId: { $in: [...people] } }] };
    return this.findMany({ ...concerns, state: { $in: OPEN }, from: { $lte: to }, to: { $gte: from } }, tx);
  }

  /** What a person has asked for and nobody has decided is decided by who leads him now. */
  async follow(employeeId: string, managerId: string | null, tx: Tx): Promise<void> {
    for (const leave of await this.findMany({ employeeId, state: 'REQUESTED' }, tx)) await this.save({ ...leave, managerId }, tx);
  }

  protected override toDocument(leave: Leave): Record<string, unknown> {
    return { ...super.toDocument(leave), ...sealed(leave, (text, place) => this.cipher.encrypt(text, place)) };
  }

  protected override toEntity(document: Stored): Leave {
    return openedLeave(document, this.cipher);
  }
}

/** A stored leave with its reasons readable. */
export function openedLeave({ _id, ...rest }: Stored, cipher: FieldCipher): Leave {
  const leave = { id: _id, ...rest } as unknown as Leave;
  return { ...leave, ...sealed(leave, (text, place) => cipher.decrypt(text, place)) };
}

function sealed(leave: Leave, turn: (text: string, place: { collection: string; id: string; field: string }) => string) {
  return Object.fromEntries(
    SECRET.map((field) => {
      const { [field]: text } = leave;
      return [field, text === null ? null : turn(text, { collection: leaveCollection.name, id: leave.id, field })];
    }),
  );
}
