// A MongoDB with authentication, as the local stack has it: finance reaches it as its own user, who may find and insert in the ledger and nothing else.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareMongo } from '../../../infra/local/mongo-setup.ts';
import { freePort } from '../../../infra/local/ports.ts';
import { completeSecrets, writeMongoKeyFile } from '../../../infra/local/secrets.ts';
import { provideMongod, startMongod } from '../../../infra/local/servers.ts';

const CACHE_GB = 1;

export interface SecuredMongo {
  /** With the name and the password of finance's user. */
  readonly financeUri: string;
  stop(): Promise<void>;
}

export async function startSecuredMongo(): Promise<SecuredMongo> {
  const folder = await mkdtemp(join(tmpdir(), 'weilend-servers-'));
  const [secrets, port, binary] = [completeSecrets({}), await freePort(), await provideMongod()];
  const keyFile = await writeMongoKeyFile(folder, secrets);
  const server = await startMongod({ binary, dbPath: join(folder, 'mongo'), port, replSet: 'rs0', keyFile, cacheSizeGB: CACHE_GB });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const passwords = { rootPassword: secrets.mongoRootPassword, servicePasswords: secrets.mongoPasswords };
    await prepareMongo({ host: '127.0.0.1', port, replSet: 'rs0', memberHost: `127.0.0.1:${port}` }, passwords);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return { financeUri: `mongodb://finance:${secrets.mongoPasswords.finance}@127.0.0.1:${port}/?replicaSet=rs0&authSource=admin`, stop };
}
