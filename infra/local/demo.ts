// Loads the demo company: `node infra/local/demo.ts`. The supervisor runs it once after the first start; it may be repeated at any time.
// It knows nothing but the gateway's address and the administrator's password.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleQueries } from './demo/example-queries.ts';
import { loadCompany } from './demo/load-company.ts';
import { readSettings } from './settings.ts';

/** What the supervisor gives is taken; by hand, the data folder of WEILEND_HOME is read. */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(env);
  const demoFile = env.DEMO_FILE ?? join(settings.home, 'demo.json');
  const adminPassword =
    env.ADMIN_PASSWORD ??
    (JSON.parse(await readFile(join(settings.home, 'secrets.json'), 'utf8')) as { adminPassword: string }).adminPassword;
  const signIns = await loadCompany({
    gatewayUrl: env.GATEWAY_URL ?? settings.gatewayUrl,
    adminPassword,
    say: (line) => console.log(line),
  });
  await writeFile(`${demoFile}.new`, `${JSON.stringify({ signIns, examples: exampleQueries }, null, 2)}\n`, { mode: 0o600 });
  await rename(`${demoFile}.new`, demoFile);
  console.log(`${signIns.length} people can sign in`);
}

await main(process.env).catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : thrown);
  process.exitCode = 1;
});
