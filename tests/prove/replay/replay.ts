// Seven hundred real applications go through the running system; then every score and every decision is computed once more from what the two departments
// keep, by the stored scorecards and policies and by a reading that is written apart. In the end copies of the rows are changed, and every change must show.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { rounded } from '../../lib/measure.ts';
import type { Figures, ScriptOptions } from '../../lib/named-scripts.ts';
import { runIntake } from '../../stories/intake/run-intake.ts';
import { Company } from '../../stories/lib/company.ts';
import { startTopology, stopTopology } from '../../stories/topology/topology.ts';
import { recheckRows } from './recheck-rows.ts';
import { readStoredRows } from './stored-rows.ts';
import type { StoredRows } from './stored-rows.ts';
import { tamperWith } from './tampering.ts';

const DATA = join(import.meta.dirname, '../../../services/risk/scorecard/credit-applications.csv');
const CONCURRENCY = 8;
const PATIENCE_MS = 300_000;
/** Applications whose rows are changed in every way. */
const TAMPERED = 40;
const SHOWN = 20;

export async function proveReplay(say: (line: string) => void, options: ScriptOptions): Promise<Figures> {
  const { data: file = DATA, limit = Number.MAX_SAFE_INTEGER } = options;
  await access(file);
  await startTopology();
  try {
    const startedAt = performance.now();
    const { STORY_HOME: home = '', STORY_GATEWAY_URL: gatewayUrl = '' } = process.env;
    const company = await Company.open({ gatewayUrl, demoFile: join(home, 'demo.json'), patienceMs: PATIENCE_MS });
    const run = Math.floor(Date.now() / 1_000).toString(36);
    const played = await runIntake(company, { file, limit, concurrency: CONCURRENCY, run, say });
    if (played.failures.length > 0) throw new Error(`the run did not end as it must: ${JSON.stringify(played.failures.slice(0, SHOWN))}`);
    const rows = await readStoredRows(
      home,
      played.applications.flatMap(({ id }) => (id === null ? [] : [id])),
    );
    const figures = { applications: played.applications.length, ...played.counts, ...replayed(rows, say) };
    return { ...figures, playedSeconds: played.seconds, seconds: rounded((performance.now() - startedAt) / 1_000) };
  } finally {
    await stopTopology();
  }
}

/** Everything once more, and then every change on copies. @throws Error when something differs or a change is not noticed */
function replayed(rows: StoredRows, say: (line: string) => void): Figures {
  const { differences, ...counted } = recheckRows(rows);
  say(
    `${counted.scores} scores, ${counted.reports} reports and ${counted.decisions} decisions computed once more: ${differences.length} differences`,
  );
  if (differences.length > 0) throw new Error(`does not hold: ${JSON.stringify(differences.slice(0, SHOWN), null, 2)}`);
  if (counted.decisions === 0 || counted.scores < counted.decisions)
    throw new Error(`there is nothing to replay: ${JSON.stringify(counted)}`);
  const decided = rows.decisions.slice(0, TAMPERED).map(({ applicationId }) => applicationId);
  const { unnoticed, ...tampered } = tamperWith(rows, decided);
  say(`${tampered.tried} changes of copies, ${tampered.noticed} noticed`);
  if (unnoticed.length > 0) throw new Error(`not noticed: ${JSON.stringify(unnoticed.slice(0, SHOWN))}`);
  return { ...counted, differences: 0, tampered };
}
