// What a run says at its end, and what is kept of one that failed.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StormReport } from './run-storm.ts';
import type { World } from './world.ts';

const SHOWN_PROBLEMS = 5;

/** True when every promise held and every loan came to its end. */
export function holds({ invariants, loans }: Pick<StormReport, 'invariants' | 'loans'>): boolean {
  return loans.problems.length === 0 && Object.values(invariants).every(({ problems }) => problems.length === 0);
}

export function summaryLines(report: StormReport): string[] {
  const { seed, faults, calls, loans, drain } = report;
  const injected = Object.entries(faults).filter(([, count]) => count > 0);
  const verdicts = Object.entries(report.invariants).flatMap(([name, { checked, problems }]) => [
    `  ${problems.length === 0 ? 'holds ' : 'BROKEN'}  ${name.padEnd(26)} ${String(checked).padStart(7)} looked at${problems.length > 0 ? `, ${problems.length} problems` : ''}`,
    ...problems.slice(0, SHOWN_PROBLEMS).map((problem) => `            ${problem.slice(0, 300)}`),
  ]);
  return [
    `Seed ${seed}: ${loans.asExpected} of ${loans.played} loans ended as the oracle expects, ${report.restarts} processes were started again`,
    `  faults: ${injected.map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`,
    `  calls: ok ${calls.ok}, fail ${calls.fail}, unknown ${calls.unknown}`,
    ...verdicts,
    ...loans.problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  LOAN    ${problem.slice(0, 300)}`),
    `  lost ${report.lost}, doubled ${report.doubled}, reordered ${report.reordered}, ledger drift ${report.ledgerDriftFen} fen, levels fired ${report.levelsFired}`,
    `  drained in ${drain.seconds} s, clients through ${report.finishSeconds} s after the healing`,
  ];
}

/** History, schedule, logs and what the readers read. @returns the folder */
export async function keepRun(world: World, report: object, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await cp(world.folder, join(folder, 'record'), { recursive: true });
  await cp(join(world.topology.plan.home, 'logs'), join(folder, 'logs'), { recursive: true });
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  return folder;
}
