import { Injectable } from '@nestjs/common';
import { newId, parseLocalDate, quarterOf } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import { AppraisalFacts } from '../../persistence/appraisal.repository.js';

/** Keeps a fact that another department announced, in the quarter it occurred in [5.1-5.4]. */
@Injectable()
export class NoteFact {
  constructor(private readonly facts: AppraisalFacts) {}

  async apply(fact: Omit<AppraisalFact, 'id' | 'version' | 'quarter'>, tx: Tx): Promise<void> {
    await this.facts.insert({ ...fact, id: newId('fct'), version: 0, quarter: quarterOf(parseLocalDate(fact.occurredOn)) }, tx);
  }
}
