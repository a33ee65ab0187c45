import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { recordTalk } from '../../domain/career/talk.js';
import type { CareerTalk } from '../../domain/career/talk.js';
import { CareerTalks } from '../../persistence/career/career.repository.js';
import { CareerDesk, leadsAll } from './career-desk.js';

export interface RecordCareerTalkRequest extends Pick<CareerTalk, 'employeeId' | 'heldOn' | 'needs' | 'guidance' | 'support'> {
  readonly requestKey?: string | null;
}

/** Writes a career talk down and moves the day of the next one [6.12]. */
@Injectable()
export class RecordCareerTalk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly talks: CareerTalks,
    private readonly desk: CareerDesk,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws TALK_WITH_ONESELF, TALK_NOT_HIS_OWN, NOT_ON_LADDER, or what is wrong with the record, all at once. */
  execute(actor: Actor, input: RecordCareerTalkRequest): Promise<string> {
    return this.work.once({ operation: 'record-career-talk', actor, input }, async (tx) => {
      const { employeeId, heldOn, needs, guidance, support } = input;
      const today = this.clock.today();
      const standing = await this.desk.standingOf(employeeId, tx);
      const said = { employeeId, heldOn, needs, guidance, support: support.map(({ what, dueOn }) => ({ what, dueOn: dueOn ?? null })) };
      const talk = { id: newId('tlk'), version: 0, ...said, heldBy: employeeIdOf(actor), recordedAt: this.clock.now() };
      const rhythm = await this.desk.rhythmOf(standing.level);
      const lateDays = await this.parameters.number('career.talk-late-days', today);
      await this.desk.standings.put(recordTalk(talk, { standing, mayStandIn: leadsAll(actor), today, lateDays, rhythm }), tx);
      return (await this.talks.insert(talk, tx)).id;
    });
  }
}
