import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { approveParameter } from '../../domain/parameter/parameter.js';
import { ParameterRegister } from '../../persistence/parameter.repository.js';
import { parameterPublished } from '../parameter-facts.js';

export interface ApproveParameterRequest {
  readonly requestKey?: string | null;
  readonly parameterId: string;
}

/** Four eyes: somebody other than the proposer publishes the value to every service [1.2]. */
@Injectable()
export class ApproveParameter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly register: ParameterRegister,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ApproveParameterRequest): Promise<string> {
    return this.work.once({ operation: 'approve-parameter', actor, input }, async (tx) => {
      const proposed = await this.register.get(input.parameterId, tx);
      const approval = { by: employeeIdOf(actor), at: this.clock.now(), today: this.clock.today() };
      const published = approveParameter(proposed, approval, await this.register.publishedOf(proposed.key, tx));
      await this.register.save(published, tx);
      await this.outbox.add(parameterPublished(published), tx);
      return published.id;
    });
  }
}
