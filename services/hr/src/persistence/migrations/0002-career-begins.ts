import { businessDateOf, newId, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';
import { firstLadder } from '../../domain/career/first-ladder.js';
import { beginStanding, isOnLadder } from '../../domain/career/standing.js';
import type { Placed } from '../../domain/career/standing.js';
import { firstHonourRules } from '../../domain/honour/first-honour-rules.js';

interface EmployeeRow extends Omit<Placed, 'id'> {
  readonly _id: string;
  readonly hiredOn: string;
}

const BY = 'service:hr';
/** Nobody's first talk is late on the day on which talks begin: all are due one interval of the parameters' first values later. */
const FIRST_RHYTHM = { intervalDays: 90, reminderDays: 7 };

/** The ladder and the rules that a company starts with, and a place on the ladder for everybody who sells already: a salesperson of before is no trainee [5.9, 6.10]. */
export const careerBegins: Migration = {
  name: '0002-career-begins',
  async up(database: Database): Promise<void> {
    await database
      .collection<{ _id: string }>('career_ladders')
      .updateOne(
        { effectiveFrom: firstLadder.effectiveFrom },
        { $setOnInsert: { _id: newId('ldr'), version: 1, ...firstLadder, publishedBy: BY } },
        { upsert: true },
      );
    for (const rule of firstHonourRules) {
      const { honour, scope, fromQuarter } = rule;
      await database
        .collection<{ _id: string }>('honour_rules')
        .updateOne(
          { honour, scope, fromQuarter },
          { $setOnInsert: { _id: newId('hru'), version: 1, ...rule, publishedBy: BY } },
          { upsert: true },
        );
    }
    await placeEverybody(database, businessDateOf(await database.now()));
  },
};

async function placeEverybody(database: Database, today: LocalDate): Promise<void> {
  const standings = database.collection<{ _id: string }>('career_standings');
  for await (const { _id, roles, active, managerId, hiredOn } of database.collection<EmployeeRow>('employees').find()) {
    const employee = { id: _id, roles, active, managerId };
    if (!isOnLadder(employee)) continue;
    const level = roles.includes('sales-manager') ? ('MANAGER' as const) : ('SALESPERSON' as const);
    const { id, ...standing } = beginStanding(employee, { since: parseLocalDate(hiredOn), level, by: BY, today, rhythm: FIRST_RHYTHM });
    await standings.updateOne({ _id: id }, { $setOnInsert: { ...standing, version: 1 } as never }, { upsert: true });
  }
}
