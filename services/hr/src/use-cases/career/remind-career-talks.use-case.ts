import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import { afterNotice } from '../../domain/career/standing.js';
import { Standings } from '../../persistence/career/career.repository.js';
import { oneByOne } from '../one-by-one.js';

const AT_ONCE = 100;

/** Tells who owes a career talk before it is due, and once more when it is overdue; each once [6.12]. */
@Injectable()
export class RemindCareerTalks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly standings: Standings,
    private readonly directory: EmployeeDirectory,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many were told of */
  execute(watch: SweepWatch): Promise<number> {
    return oneByOne(
      watch,
      (setAside) => this.standings.toTell(this.clock.today(), AT_ONCE, setAside),
      (id) => this.tell(id),
    );
  }

  private tell(id: string): Promise<boolean> {
    return this.work.run({ actor: { kind: 'service', service: 'hr' }, operation: 'remind-career-talk' }, async (tx) => {
      const standing = await this.standings.get(id, tx);
      const { notice, noticeOn, talkDueOn } = standing;
      // The talk was held between the look and this transaction.
      if (notice === null || noticeOn === null || talkDueOn === null || noticeOn > this.clock.today()) return false;
      await this.standings.save(afterNotice(standing), tx);
      const managerIds = [...(await this.owners(standing.managerId, tx))];
      await this.outbox.add(event('hr.career-talk-reminded.v1', id, { employeeId: id, managerIds, dueOn: talkDueOn, notice }), tx);
      return true;
    });
  }

  /** The superior; hr for whom nobody leads. */
  private async owners(managerId: string | null, tx: Tx): Promise<readonly string[]> {
    if (managerId !== null) return [managerId];
    return (await this.directory.holding('hr-manager', tx)).map(({ _id }) => _id);
  }
}
