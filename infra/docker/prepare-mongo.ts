// Run once by docker-compose.yml before the departments: replica set, roles, users. May be repeated.
import { departments, type Department } from '../local/departments.ts';
import { type MongoSecrets, type MongoTarget, prepareMongo } from '../local/mongo-setup.ts';
import { reasonOf } from '../local/problem.ts';

/** What to prepare, from the environment of the container. @throws Error naming what is missing. */
export function readOrder(env: NodeJS.ProcessEnv): { target: MongoTarget; secrets: MongoSecrets } {
  const { MONGO_ROOT_PASSWORD, MONGO_SERVICE_PASSWORDS, MONGO_HOST = 'mongo', MONGO_PORT = '27017' } = env;
  if (!MONGO_ROOT_PASSWORD || !MONGO_SERVICE_PASSWORDS)
    throw new Error('MONGO_ROOT_PASSWORD and MONGO_SERVICE_PASSWORDS are needed: run `npm run docker-env`');
  const servicePasswords = JSON.parse(MONGO_SERVICE_PASSWORDS) as Record<Department, string>;
  const without = departments.filter((name) => !servicePasswords[name]);
  if (without.length > 0) throw new Error(`MONGO_SERVICE_PASSWORDS has no password for ${without.join(', ')}`);
  const target = { host: MONGO_HOST, port: Number(MONGO_PORT), replSet: 'rs0', memberHost: `${MONGO_HOST}:${MONGO_PORT}` };
  return { target, secrets: { rootPassword: MONGO_ROOT_PASSWORD, servicePasswords } };
}

if (import.meta.main) {
  try {
    const { target, secrets } = readOrder(process.env);
    await prepareMongo(target, secrets);
    console.log(`MongoDB at ${target.memberHost} is prepared`);
  } catch (thrown) {
    console.error(reasonOf(thrown));
    process.exitCode = 1;
  }
}
