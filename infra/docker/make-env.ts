// `npm run docker-env`: makes the environment files of docker-compose.yml with random secrets, once. A second run keeps every secret that is there.
// Needs Node 24 and nothing installed, so it also runs in a bare container: docker run --rm -v "$PWD":/w -w /w node:24-slim node infra/docker/make-env.ts
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeSecrets, loadSecrets } from '../local/secrets.ts';
import { envFiles, envText, exampleText } from './env-files.ts';

const MODE = 0o600;

/** Writes one file per container, and the secrets they came from. @returns the names of the files. */
export async function writeEnvFiles(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = envFiles(await loadSecrets(folder));
  for (const file of files) {
    const path = join(folder, `${file.name}.env`);
    await writeFile(path, envText(file, true), { mode: MODE });
    // The mode above counts only for a new file.
    await chmod(path, MODE);
  }
  return files.map(({ name }) => name);
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, 'env');
  if (process.argv.includes('--example')) {
    await writeFile(join(import.meta.dirname, '.env.example'), exampleText(completeSecrets({})));
    console.log('infra/docker/.env.example is up to date');
  } else {
    const names = await writeEnvFiles(folder);
    console.log(`${folder}: ${names.map((name) => `${name}.env`).join(' ')}`);
    console.log('Now: docker compose up --build');
  }
}
