// The bonus statements of the quarter that is closed, with every line and the part of each loan, prepared as the company prepares them.
import type { BonusFormula } from '@weilend/hr-service/domain/bonus/formula.js';
import { BonusFormulas } from '@weilend/hr-service/persistence/bonus/bonus-formula.repository.js';
import { BonusParts } from '@weilend/hr-service/persistence/bonus/bonus-loan.repository.js';
import { BonusStatements } from '@weilend/hr-service/persistence/bonus/bonus-statement.repository.js';
import { Placements } from '@weilend/hr-service/persistence/bonus/placement.repository.js';
import { SettledSheets, SheetFacts } from '@weilend/hr-service/persistence/bonus/settled-sheet.repository.js';
import { Employees } from '@weilend/hr-service/persistence/employee/employee.repository.js';
import { PrepareBonuses } from '@weilend/hr-service/use-cases/bonus/prepare-bonuses.use-case.js';
import { SheetReader } from '@weilend/hr-service/use-cases/bonus/sheet-reader.js';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { Database } from '@weilend/mongo';
import type { Platform } from '@weilend/service';
import { QUARTER } from './fact-book.ts';

const FORMULA: BonusFormula = {
  base: { kind: 'SHARE_OF_LOANS', shareBps: 50, levels: [] },
  performance: {
    kind: 'STEPS',
    points: [
      { at: 0, coefficientBps: 5_000 },
      { at: 80, coefficientBps: 10_000 },
      { at: 100, coefficientBps: 12_000 },
    ],
  },
  score: {
    kind: 'LINEAR',
    points: [
      { at: 0, coefficientBps: 0 },
      { at: 120, coefficientBps: 12_000 },
    ],
  },
  risk: {
    overdue: [
      { fromBps: 0, coefficientBps: 10_000 },
      { fromBps: 300, coefficientBps: 8_000 },
    ],
    npl: [{ fromBps: 0, coefficientBps: 10_000 }],
  },
  caps: { personFen: 5_000_000, shareOfBaseBps: 15_000 },
  minScore: 0,
  deferral: { shareBps: 4_000, quarters: 2 },
  clawback: { shareBps: 10_000, quarters: 4 },
  bad: { bucket: 'M4_PLUS', loanClass: 'SUBSTANDARD' },
};

/** The people, and a formula that counts in the quarter. */
export async function seedBonus(database: Database, people: readonly string[]): Promise<void> {
  const card = { version: 1, roles: ['salesperson'], department: 'sales', active: true, managerId: null, level: null };
  await database.collection('employees').insertMany(people.map((_id) => ({ _id, employeeNo: _id, ...card })) as never);
  const drafted = { draftedBy: newId('emp'), draftedAt: new Date(), publishedBy: newId('emp'), publishedAt: new Date() };
  const formula = { version: 1, state: 'PUBLISHED', fromQuarter: '2025-Q2', formula: FORMULA, reason: 'bench', ...drafted };
  await database
    .collection('bonus_formulas')
    .insertOne({ _id: newId('bnf'), ...formula, withdrawnBy: null, withdrawalReason: null } as never);
}

/** A statement for each closed sheet; fifty of them in a transaction. */
export async function prepareAll({ database, work, clock }: Platform, actor: EmployeeActor): Promise<void> {
  const employees = new Employees(database);
  const [formulas, statements, parts] = [new BonusFormulas(database), new BonusStatements(database), new BonusParts(database)];
  const reader = new SheetReader(new SettledSheets(database), new SheetFacts(database), employees, new Placements(database), statements);
  const prepare = new PrepareBonuses(work, reader, formulas, statements, parts, clock);
  let after: string | null = null;
  do after = (await prepare.execute(actor, { quarter: QUARTER, after })).next;
  while (after !== null);
}

/** Throws unless everybody has a statement whose parts sum to it, to the fen. */
export async function checkStatements(database: Database, people: number): Promise<{ parts: number }> {
  const sum = async (collection: string, field: string): Promise<{ count: number; fen: number }> => {
    const group = { $group: { _id: null, count: { $sum: 1 }, fen: { $sum: { $toLong: field } } } };
    const [row] = await database.collection(collection).aggregate<{ count: number; fen: unknown }>([group]).toArray();
    return { count: row?.count ?? 0, fen: Number(row?.fen ?? 0) };
  };
  const [statements, parts] = [await sum('bonus_statements', '$computation.totalFen'), await sum('bonus_parts', '$partFen')];
  if (statements.count !== people || statements.fen !== parts.fen || statements.fen === 0)
    throw new Error(`the statements do not add up: ${JSON.stringify({ statements, parts })}`);
  return { parts: parts.count };
}
