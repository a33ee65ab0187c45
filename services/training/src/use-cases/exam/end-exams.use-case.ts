import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { submitAtTime } from '../../domain/exam/exam-attempt.js';
import { carryOnEach } from '../carry-on-each.js';
import { ExamDesk } from './exam-desk.js';

const ACTOR = { kind: 'service', service: 'training' } as const;
const AT_ONCE = 100;

/** Hands in attempts whose time is over with what was saved, and settles exams whose last day has passed by the best attempt [6.8]. */
@Injectable()
export class EndExams {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ExamDesk,
    private readonly clock: BusinessClock,
  ) {}

  /** How many attempts were handed in, and exams settled. */
  async execute(watch: SweepWatch): Promise<number> {
    const { attempts, evaluations } = this.desk;
    const over = (setAside: readonly string[]) => attempts.timeOver(this.clock.now(), AT_ONCE, setAside);
    const handedIn = await carryOnEach({ due: over, act: (id) => this.handIn(id) }, watch);
    const past = (setAside: readonly string[]) => evaluations.tasks.examsPast(this.clock.today(), AT_ONCE, setAside);
    return handedIn + (await carryOnEach({ due: past, act: (id) => this.settle(id) }, watch));
  }

  private handIn(id: string): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'hand-in-at-time' }, async (tx) => {
      const attempt = await this.desk.attempts.get(id, tx);
      const paper = await this.desk.paperOf(attempt, tx);
      const ended = submitAtTime(attempt, paper, this.clock.now());
      if (ended === attempt) return false;
      await this.desk.submitted(ended, paper, tx);
      return true;
    });
  }

  /** Somebody who never tried keeps owing: he is reminded, and his trainer extends or excuses. */
  private settle(id: string): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'settle-exam' }, async (tx) => {
      const task = await this.desk.evaluations.tasks.get(id, tx);
      const attempts = await this.desk.attempts.ofTask(id, tx);
      if (task.state !== 'OWED' || attempts.length === 0 || attempts.some(({ state }) => state === 'RUNNING')) return false;
      await this.desk.settleBest(task, attempts, tx);
      return true;
    });
  }
}
