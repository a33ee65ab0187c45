import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { IssueCostSheet } from '../use-cases/issue-cost-sheet/issue-cost-sheet.use-case.js';

@Injectable()
export class IssueCostSheetWhenDrafted extends HandoffConsumer<'issue-cost-sheet'> {
  readonly type = 'handoff.issue-cost-sheet.v1';

  constructor(private readonly useCase: IssueCostSheet) {
    super();
  }

  handle({ data, handoffId }: HandoffMessage<'issue-cost-sheet'>, tx: Tx): Promise<void> {
    return this.useCase.apply(data, handoffId, tx);
  }
}
