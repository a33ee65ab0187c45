import { addDays, businessDateOf, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';
import { improvementMachine } from '../../domain/improvement/improvement.machine.js';

interface EvaluatedRow {
  readonly _id: string;
  readonly trainerId?: string | null;
  readonly evaluation: { readonly improvements: readonly string[]; readonly evaluatedOn: LocalDate };
}

interface Person {
  readonly _id: string;
  readonly roles: readonly string[];
  readonly active: boolean;
}

const BY = 'service:training';
/** Nobody's improvement is late on the day on which it gets an owner. */
const DUE_WITHIN_DAYS = 90;

/**
 * What evaluations of before found stood only as words in them, without anybody who sees to it: each becomes an improvement with an owner and a
 * day [6.9]. The trainer owns it; where none is left, the manager of sales, and where there is none, it stays in words until there is.
 */
export const improvementItems: Migration = {
  name: '0001-improvement-items',
  async up(database: Database): Promise<void> {
    const dueOn = addDays(businessDateOf(await database.now()), DUE_WITHIN_DAYS);
    const people = database.collection<Person>('employee_directory');
    const manager = await people.findOne({ roles: 'sales-manager', active: true }, { sort: { _id: 1 } });
    const sessions = database.collection<EvaluatedRow>('training_sessions');
    for await (const row of sessions.find({ 'evaluation.improvements.0': { $exists: true } })) {
      const trainer = row.trainerId ? await people.findOne({ _id: row.trainerId, active: true }) : null;
      const owner = trainer ?? manager;
      if (!owner) continue;
      for (const text of row.evaluation.improvements) await raise(database, row, { text, ownerId: owner._id, dueOn });
      await sessions.updateOne({ _id: row._id }, { $set: { 'evaluation.improvements': [] } });
    }
  },
};

async function raise(database: Database, row: EvaluatedRow, of: { text: string; ownerId: string; dueOn: LocalDate }): Promise<void> {
  const raised = { sessionId: row._id, text: of.text, raisedBy: BY };
  const about = { evaluatedOn: row.evaluation.evaluatedOn, planId: null, closing: null, state: improvementMachine.initial };
  const owed = { ownerId: of.ownerId, dueOn: of.dueOn, owedOn: of.dueOn, raisedAt: await database.now() };
  await database
    .collection<{ _id: string }>('training_improvements')
    .updateOne(raised as never, { $setOnInsert: { _id: newId('tim'), version: 1, ...about, ...owed } as never }, { upsert: true });
}
