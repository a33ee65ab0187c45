import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import { KnowledgeDesk } from './knowledge-desk.js';

const ACTOR = { kind: 'service', service: 'training' } as const;
const BATCH = 100;

/** Measures people when what their work requires changes: a version of the rules begins, somebody is hired, moved or leaves [7.7]. */
@Injectable()
export class ApplyKnowledgeRules {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: KnowledgeDesk,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  /** Hr said something about a person; the directory has it already. */
  async toPerson(employeeId: string, tx: Tx): Promise<void> {
    const person = await this.directory.find(employeeId, tx);
    if (person) await this.desk.measure(person, tx);
  }

  /** Everybody, when a version has begun that was not applied; may be stopped and run again. @returns how many people */
  async execute(watch: SweepWatch): Promise<number> {
    const begun = await this.work.run({ actor: ACTOR, operation: 'find-knowledge-rules' }, (tx) =>
      this.desk.rulesets.inForce(this.clock.today(), tx),
    );
    if (!begun || begun.appliedAt !== null) return 0;
    let measured = 0;
    let trouble = false;
    for (let people = await this.desk.rulesets.people('', BATCH); people.length > 0;) {
      for (const person of people) {
        if (watch.isStopping()) return measured;
        try {
          await this.work.run({ actor: ACTOR, operation: 'measure-knowledge' }, (tx) => this.toPerson(person._id, tx));
          measured += 1;
        } catch (error) {
          trouble = true;
          watch.onTrouble(person._id, error);
        }
      }
      people = await this.desk.rulesets.people(people.at(-1)?._id ?? '', BATCH);
    }
    if (!trouble) await this.noteApplied(begun.id);
    return measured;
  }

  private noteApplied(id: string): Promise<void> {
    return this.work.run({ actor: ACTOR, operation: 'apply-knowledge-rules' }, async (tx) => {
      const rules = await this.desk.rulesets.get(id, tx);
      await this.desk.rulesets.save({ ...rules, appliedAt: this.clock.now() }, tx);
    });
  }
}
