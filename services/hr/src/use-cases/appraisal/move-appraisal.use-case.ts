import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { requireOpen } from '../../domain/appraisal/quarter-closing.js';
import { appealSheet, decideAppeal, reviewSheet, viewSheet } from '../../domain/appraisal/sheet.js';
import type { Adjustment, AppraisalSheet, Word } from '../../domain/appraisal/sheet.js';
import { AppraisalSchemes, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';
import { ClosedQuarters } from '../indicator/closed-quarters.js';
import { AppraisalDeadlines } from './appraisal-deadlines.js';

export interface SheetWords {
  readonly requestKey?: string | null;
  readonly appraisalId: string;
  readonly text: string;
}

export interface ReviewRequest extends SheetWords {
  readonly adjustments?: readonly Adjustment[] | null;
}

export interface DecisionRequest extends ReviewRequest {
  readonly accepted: boolean;
}

type Move = (sheet: AppraisalSheet, word: Word, tx: Tx) => Promise<AppraisalSheet>;

/** The steps between the opening and the closing of a sheet: self view, manager's review, appeal and its decision [5.5]. */
@Injectable()
export class MoveAppraisal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sheets: AppraisalSheets,
    private readonly schemes: AppraisalSchemes,
    private readonly quarters: ClosedQuarters,
    private readonly deadlines: AppraisalDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  view(actor: Actor, input: SheetWords): Promise<string> {
    return this.move(actor, { operation: 'view-own-appraisal', input }, async (sheet, word) =>
      viewSheet(sheet, word, await this.deadlines.due('review')),
    );
  }

  review(actor: Actor, input: ReviewRequest): Promise<string> {
    return this.move(actor, { operation: 'review-appraisal', input }, async (sheet, word, tx) => {
      const of = { limit: await this.limitOf(sheet, tx), today: this.clock.today(), dueAt: await this.deadlines.dueAt('appeal') };
      return reviewSheet(sheet, { ...word, adjustments: plain(input.adjustments) }, of);
    });
  }

  appeal(actor: Actor, input: SheetWords): Promise<string> {
    return this.move(actor, { operation: 'appeal-appraisal', input }, async (sheet, word) =>
      appealSheet(sheet, word, await this.deadlines.due('appeal-decision')),
    );
  }

  decide(actor: Actor, input: DecisionRequest): Promise<string> {
    return this.move(actor, { operation: 'decide-appraisal-appeal', input }, async (sheet, word, tx) => {
      const decision = { ...word, accepted: input.accepted, adjustments: plain(input.adjustments) };
      return decideAppeal(sheet, decision, await this.limitOf(sheet, tx));
    });
  }

  private move<Input extends SheetWords>(
    actor: Actor,
    { operation, input }: { operation: string; input: Input },
    act: Move,
  ): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation, actor, input }, async (tx) => {
      const sheet = await this.sheets.get(input.appraisalId, tx);
      requireOpen(await this.quarters.hold(sheet.quarter, tx));
      await this.sheets.save(await act(sheet, { text: input.text, by, at: this.clock.now() }, tx), tx);
      return sheet.id;
    });
  }

  private async limitOf(sheet: AppraisalSheet, tx: Tx): Promise<number> {
    return (await this.schemes.get(sheet.schemeId, tx)).adjustmentLimit ?? 0;
  }
}

const plain = (adjustments: readonly Adjustment[] | null | undefined): Adjustment[] =>
  (adjustments ?? []).map(({ points, reason }) => ({ points, reason }));
