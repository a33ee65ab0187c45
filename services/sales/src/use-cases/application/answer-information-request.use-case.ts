import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { answerRequest, wordsForOthers } from '../../domain/application/information-requests.js';
import { ApplicationDesk } from './application-desk.js';

export interface AnswerInformationRequestRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly requestId: string;
  readonly reply: string;
}

export interface ReturnInformationRequestRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly requestId: string;
  readonly reason: string;
}

/** Answers a question of the investigators, which completes their work for us; or sends it back when nobody can say [7.2]. */
@Injectable()
export class AnswerInformationRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AnswerInformationRequestRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'answer-information-request', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const answer = { answered: true, text: wordsForOthers(input.reply, 'reply'), by, at: this.clock.now() };
      const { requests, handoffId } = answerRequest(application.informationRequests, input.requestId, answer);
      await this.desk.applications.save({ ...application, informationRequests: requests }, tx);
      await this.handoffs.complete(handoffId, { reply: answer.text, repliedBy: by }, tx);
      return application.id;
    });
  }

  sendBack(actor: Actor, input: ReturnInformationRequestRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'return-information-request', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const answer = { answered: false, text: wordsForOthers(input.reason, 'reason'), by, at: this.clock.now() };
      const { requests, handoffId } = answerRequest(application.informationRequests, input.requestId, answer);
      await this.desk.applications.save({ ...application, informationRequests: requests }, tx);
      await this.handoffs.returnToSender(handoffId, { code: 'INFORMATION_NOT_AVAILABLE', reasons: [answer.text] }, tx);
      return application.id;
    });
  }
}
