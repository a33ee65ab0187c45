// `npm run story`: plays applications through every department at the gateway and prints what happened when. It starts the system when none runs, and ends
// with 0 only when everything ended where it must.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureStack } from '../../infra/local/ensure-stack.ts';
import { readSettings } from '../../infra/local/settings.ts';
import { runIntake } from './intake/run-intake.ts';
import type { IntakeReport } from './intake/run-intake.ts';
import { Company } from './lib/company.ts';
import { readOptions } from './lib/options.ts';
import type { StoryOptions } from './lib/options.ts';
import { timelineLines } from './lib/timeline.ts';
import { playScripts } from './scripts/play-scripts.ts';
import type { PlayedScript } from './scripts/play-scripts.ts';

const say = (line: string): void => console.log(line);

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), new Date(), process.env.INIT_CWD ?? process.cwd());
  const stack = await ensureStack();
  try {
    const demoFile = join(readSettings().home, 'demo.json');
    const company = await Company.open({ gatewayUrl: stack.gatewayUrl, demoFile, patienceMs: options.patienceMs });
    return options.intake ? await intake(company, options, options.intake) : await scripts(company, options);
  } finally {
    await stack.stop();
  }
}

async function intake(company: Company, options: StoryOptions, file: string): Promise<number> {
  say(`Playing ${file}, ${options.concurrency} applications at a time`);
  const report = await runIntake(company, { ...options, file, say });
  await writeJson(options.json, report);
  for (const { no, problem } of report.failures.slice(0, 40)) say(`FAIL  ${no}: ${problem}`);
  say(summaryOf(report));
  return report.failures.length === 0 ? 0 : 1;
}

function summaryOf({ applications, counts, failures, seconds, applicationsPerMinute, requests }: IntakeReport): string {
  const counted = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return `${applications.length} applications in ${seconds} s (${applicationsPerMinute} a minute, ${requests.requests} requests, ${requests.repeats} repeated): ${counted.join(', ')}, ${failures.length} failures`;
}

async function scripts(company: Company, options: StoryOptions): Promise<number> {
  const startedAt = performance.now();
  const played = await playScripts(company, { ...options, say });
  for (const script of played) tell(script);
  const failures = played.flatMap(({ name, problems }) => problems.map((problem) => ({ no: name, problem })));
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const applications = played.map(({ name, id, outcome, stages, userErrors }) => ({ no: name, id, outcome, stages, userErrors }));
  await writeJson(options.json, {
    applications,
    failures,
    seconds,
    applicationsPerMinute: Math.round((played.length / seconds) * 600) / 10,
  });
  say(
    `\n${played.length} scripts in ${seconds} s, ${played.length - new Set(failures.map(({ no }) => no)).size} ended as they must, ${failures.length} problems`,
  );
  for (const { no, problem } of failures) say(`FAIL  ${no}: ${problem}`);
  return failures.length === 0 ? 0 : 1;
}

function tell({ name, tells, id, outcome, timeline, userErrors }: PlayedScript): void {
  say(`\n${name}: ${tells}`);
  if (id) say(`  application ${id}: ${outcome}`);
  for (const line of timelineLines(timeline)) say(line);
  for (const { verb, code, rule } of userErrors) say(`  refused: ${verb} with ${code} (rule ${rule})`);
}

async function writeJson(path: string | null, report: object): Promise<void> {
  if (!path) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
}

// One line for what a person can mend himself; the rest is a fault and shows where.
process.exitCode = await main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error && thrown.name !== 'TypeError' ? thrown.message : thrown);
  return 1;
});
