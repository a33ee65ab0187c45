import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { IssueQuotes } from '../use-cases/issue-quotes/issue-quotes.use-case.js';

@Injectable()
export class IssueQuotesWhenAsked extends HandoffConsumer<'issue-quote'> {
  readonly type = 'handoff.issue-quote.v1';

  constructor(private readonly useCase: IssueQuotes) {
    super();
  }

  handle({ data, handoffId }: HandoffMessage<'issue-quote'>, tx: Tx): Promise<void> {
    return this.useCase.apply(data, handoffId, tx);
  }
}
