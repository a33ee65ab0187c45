import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { DirectoryRow } from '@weilend/service';
import { requiredTopics } from '../../domain/knowledge/knowledge-rules.js';
import { proveTopic, releaseTopic, requireTopic, unprovenStanding } from '../../domain/knowledge/knowledge-standing.js';
import type { KnowledgeProof, KnowledgeStanding } from '../../domain/knowledge/knowledge-standing.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { KnowledgeRulesets, KnowledgeStandings } from '../../persistence/knowledge/knowledge.repository.js';

/** Measures people against what their work requires, and keeps what they have proven [7.7]. */
@Injectable()
export class KnowledgeDesk {
  constructor(
    readonly rulesets: KnowledgeRulesets,
    private readonly standings: KnowledgeStandings,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Topics newly required begin their time of grace; topics required no more are released; somebody who left is released of all. */
  async measure({ _id: employeeId, roles, active }: Pick<DirectoryRow, '_id' | 'roles' | 'active'>, tx: Tx): Promise<void> {
    const today = this.clock.today();
    const required = active ? requiredTopics(await this.rulesets.inForce(today, tx), roles) : [];
    const known = await this.standings.ofPerson(employeeId, tx);
    if (required.length === 0 && known.length === 0) return;
    const graceDays = await this.parameters.number('knowledge.grace-days', today);
    for (const standing of known) if (!required.includes(standing.topic)) await this.keep(standing, releaseTopic(standing, today), tx);
    for (const topic of required) {
      const standing = known.find((one) => one.topic === topic) ?? unprovenStanding(newId('kns'), employeeId, topic);
      await this.keep(standing, requireTopic(standing, today, graceDays), tx);
    }
  }

  /** A passed exam or an accepted certificate; kept also where the work does not require it yet. */
  async prove(about: { readonly employeeId: string; readonly topic: TrainingTopic }, proof: KnowledgeProof, tx: Tx): Promise<string> {
    const found = await this.standings.ofTopic(about.employeeId, about.topic, tx);
    const standing = found ?? unprovenStanding(newId('kns'), about.employeeId, about.topic);
    await this.keep(standing, proveTopic(standing, proof), tx);
    return standing.id;
  }

  /** How many months a proof of today holds. */
  validMonths(): Promise<number> {
    return this.parameters.number('knowledge.valid-months', this.clock.today());
  }

  private async keep(before: KnowledgeStanding, after: KnowledgeStanding, tx: Tx): Promise<void> {
    if (after === before) return;
    if (before.version === 0) await this.standings.insert(after, tx);
    else await this.standings.save(after, tx);
  }
}
