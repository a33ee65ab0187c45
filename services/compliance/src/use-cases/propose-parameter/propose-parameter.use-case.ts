import { Injectable } from '@nestjs/common';
import { parameterDefinition, parameterTypes } from '@weilend/contracts';
import type { ParameterKey } from '@weilend/contracts';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { proposeParameter } from '../../domain/parameter/parameter.js';
import { ParameterRegister } from '../../persistence/parameter.repository.js';

export interface ProposeParameterRequest {
  readonly requestKey?: string | null;
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: LocalDate;
  readonly basis: string;
}

/** Proposes a dated value with its basis; another person must approve it before anybody decides on it [1.2]. */
@Injectable()
export class ProposeParameter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly register: ParameterRegister,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ProposeParameterRequest): Promise<string> {
    return this.work.once({ operation: 'propose-parameter', actor, input }, async (tx) => {
      const { key, value, effectiveFrom, basis } = input;
      if (!isKey(key)) throw new DomainError('PARAMETER_KEY_UNKNOWN', { key: key.slice(0, 60) }, 'key');
      const facts = {
        id: newId('par'),
        key,
        unit: parameterDefinition(key).unit,
        value,
        effectiveFrom,
        basis,
        proposedBy: employeeIdOf(actor),
      };
      const proposed = proposeParameter(facts, await this.register.publishedOf(key, tx), this.clock.today());
      return (await this.register.insert({ ...proposed, version: 0 }, tx)).id;
    });
  }
}

const isKey = (key: string): key is ParameterKey => Object.hasOwn(parameterTypes, key);
