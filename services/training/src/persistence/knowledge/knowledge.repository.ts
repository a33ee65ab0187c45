import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { DirectoryRow } from '@weilend/service';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { KnowledgeRules } from '../../domain/knowledge/knowledge-rules.js';
import type { KnowledgeStanding } from '../../domain/knowledge/knowledge-standing.js';
import { knowledgeRulesCollection, knowledgeStandingCollection } from './knowledge.schema.js';

@Injectable()
export class KnowledgeRulesets extends Repository<KnowledgeRules> {
  constructor(private readonly database: Database) {
    super(database, knowledgeRulesCollection, 'version');
  }

  /** The version in force on a day. */
  async inForce(on: LocalDate, tx: Tx): Promise<KnowledgeRules | null> {
    const [found] = await this.findMany({ effectiveFrom: { $lte: on } }, tx, { sort: { effectiveFrom: -1 }, limit: 1 });
    return found ?? null;
  }

  async latest(tx: Tx): Promise<KnowledgeRules | null> {
    const [found] = await this.findMany({}, tx, { sort: { number: -1 }, limit: 1 });
    return found ?? null;
  }

  /** People of the company in the order of their ids, a batch at a time. */
  async people(after: string, limit: number): Promise<DirectoryRow[]> {
    return this.database
      .collection<DirectoryRow>('employee_directory')
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
  }
}

@Injectable()
export class KnowledgeStandings extends Repository<KnowledgeStanding> {
  constructor(database: Database) {
    super(database, knowledgeStandingCollection, 'knowledge');
  }

  ofPerson(employeeId: string, tx: Tx): Promise<KnowledgeStanding[]> {
    return this.findMany({ employeeId }, tx);
  }

  ofTopic(employeeId: string, topic: TrainingTopic, tx: Tx): Promise<KnowledgeStanding | null> {
    return this.findOne({ employeeId, topic }, tx);
  }
}
