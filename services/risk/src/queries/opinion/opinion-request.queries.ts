import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import type { HandoffRow } from '@weilend/messaging';
import { Database } from '@weilend/mongo';

/** A question of the committee that waits for this department's opinion. */
export interface OpinionRequestView {
  readonly handoffId: string;
  readonly applicationId: string;
  readonly question: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
}

/** Questions of the committee that wait for an opinion, oldest first. */
@Injectable()
export class OpinionRequestQueries {
  constructor(private readonly database: Database) {}

  async open(): Promise<readonly OpinionRequestView[]> {
    const rows = await this.database
      .collection<HandoffRow>('handoffs')
      .find({ direction: 'in', state: 'open', type: 'give-risk-opinion' })
      .sort({ openedAt: 1 })
      .toArray();
    return rows.map(({ _id: handoffId, subject: applicationId, openedAt: askedAt, data }) => {
      const { question, dueAt } = data as HandoffData<'give-risk-opinion'>;
      return { handoffId, applicationId, question, askedAt, dueAt: new Date(dueAt) };
    });
  }
}
