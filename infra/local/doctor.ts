// `npm run doctor`: is this machine fit, and is what runs on it well? One line per question: "ok" or "mend" with what to do. `--json` prints the answers as data.
import { pathToFileURL } from 'node:url';
import { checkCopies, checkMachine, checkServersAtHand, checkSupergraph } from './doctor-machine.ts';
import { checkRunning } from './doctor-running.ts';
import type { Finding } from './finding.ts';
import { Problem } from './problem.ts';
import { findRunning } from './run-file.ts';
import { readSettings, type Settings } from './settings.ts';
import { table } from './show.ts';

/** Everything the doctor finds, in the order in which a person would mend it. */
export async function examine(settings: Settings): Promise<Finding[]> {
  const run = await findRunning(settings.home);
  const machine = [...(await checkMachine(settings, run)), ...(await checkCopies(settings.root)), await checkSupergraph(settings.root)];
  const servers = run ? await checkRunning(settings, run) : await checkServersAtHand(settings);
  return [...machine, ...servers];
}

async function main(args: readonly string[]): Promise<number> {
  const findings = await examine(readSettings());
  const sick = findings.filter(({ mend }) => mend !== undefined);
  if (args.includes('--json')) console.log(JSON.stringify({ ok: sick.length === 0, findings }, null, 2));
  else {
    console.log(
      table(
        findings.map(({ check, detail, mend }) => [
          mend === undefined ? 'ok' : 'mend',
          check,
          mend === undefined ? detail : `${detail}: ${mend}`,
        ]),
      ),
    );
    console.log(sick.length === 0 ? '\nNothing to mend.' : `\n${sick.length} to mend.`);
  }
  return sick.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    console.error(thrown.message);
    process.exitCode = 1;
  }
}
