import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { follow, isOnLadder } from '../../domain/career/standing.js';
import { CareerDesk } from './career-desk.js';

const BY = 'service:hr';

/** A person hired, moved, led by somebody else, appointed manager or gone has his place on the ladder and his talks changed by it [6.10, 6.12]. */
@Injectable()
export class FollowEmployee {
  constructor(private readonly desk: CareerDesk) {}

  async apply(employeeId: string, tx: Tx): Promise<void> {
    const employee = await this.desk.employees.find(employeeId, tx);
    const standing = await this.desk.standings.find(employeeId, tx);
    if (!employee || (!standing && !(employee.active && isOnLadder(employee)))) return;
    const known = standing ?? (await this.desk.begin(employee, tx));
    const followed = follow(known, employee, { by: BY, today: this.desk.today(), rhythm: await this.desk.rhythmOf(known.level) });
    const { level, active, managerId } = followed;
    if (standing && standing.level === level && standing.active === active && standing.managerId === managerId) return;
    await this.desk.standings.put(followed, tx);
  }
}
