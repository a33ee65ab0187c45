import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { drawPaper, retirePaper } from '../../domain/exam/exam-paper.js';
import type { PaperRule } from '../../domain/exam/exam-paper.js';
import { SEEDS } from '../../domain/exam/seeded-order.js';
import { ExamPapers, ExamQuestions } from '../../persistence/exam/exam.repository.js';

export interface DrawExamPaperRequest {
  readonly requestKey?: string | null;
  readonly title: string;
  readonly rules: readonly { readonly topic: PaperRule['topic']; readonly difficulty?: PaperRule['difficulty']; readonly count: number }[];
  readonly minutes: number;
  readonly passPercent: number;
  /** By the policy when none is given. */
  readonly mostAttempts?: number | null;
  readonly retakeAfterDays?: number | null;
}

export interface RetireExamPaperRequest {
  readonly requestKey?: string | null;
  readonly paperId: string;
}

/** Draws a paper from the bank by rule, from a seed that is kept; or takes one out of use [6.8]. */
@Injectable()
export class DrawExamPaper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly questions: ExamQuestions,
    private readonly papers: ExamPapers,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DrawExamPaperRequest): Promise<string> {
    return this.work.once({ operation: 'draw-exam-paper', actor, input }, async (tx) => {
      const policy = await this.parameters.texts(['training.exam-attempts', 'training.exam-retake-after'], this.clock.today());
      const rules = input.rules.map(({ topic, difficulty, count }) => ({ topic, difficulty: difficulty ?? null, count }));
      const { title, minutes, passPercent } = input;
      const mostAttempts = input.mostAttempts ?? Number(policy['training.exam-attempts']);
      const retakeAfterDays = input.retakeAfterDays ?? Number(policy['training.exam-retake-after']);
      const terms = { title, rules, minutes, passPercent, mostAttempts, retakeAfterDays };
      const facts = { id: newId('epp'), seed: randomInt(SEEDS), drawnBy: employeeIdOf(actor), drawnAt: this.clock.now() };
      const bank = await this.questions.inUse(
        rules.map(({ topic }) => topic),
        tx,
      );
      return (await this.papers.insert(drawPaper(facts, terms, bank), tx)).id;
    });
  }

  retire(actor: Actor, input: RetireExamPaperRequest): Promise<string> {
    return this.work.once({ operation: 'retire-exam-paper', actor, input }, async (tx) => {
      const paper = await this.papers.get(input.paperId, tx);
      return (await this.papers.save(retirePaper(paper), tx)).id;
    });
  }
}
