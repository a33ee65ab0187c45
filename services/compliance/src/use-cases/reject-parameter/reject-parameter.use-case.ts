import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { rejectParameter } from '../../domain/parameter/parameter.js';
import { ParameterRegister } from '../../persistence/parameter.repository.js';

export interface RejectParameterRequest {
  readonly requestKey?: string | null;
  readonly parameterId: string;
}

/** A proposal that will not be published; the proposer may take it back himself [1.2]. */
@Injectable()
export class RejectParameter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly register: ParameterRegister,
  ) {}

  execute(actor: Actor, input: RejectParameterRequest): Promise<string> {
    return this.work.once({ operation: 'reject-parameter', actor, input }, async (tx) => {
      const proposed = await this.register.get(input.parameterId, tx);
      await this.register.save(rejectParameter(proposed), tx);
      return proposed.id;
    });
  }
}
