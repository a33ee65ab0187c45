// The environment files of docker-compose.yml: one per container, so that each gets its own secrets and nobody else's.
// They are made by make-env.ts; .env.example lists the same names without values.
import { type Department, databaseOf, departments, rootUser } from '../local/departments.ts';
import type { Secrets } from '../local/secrets.ts';

export interface EnvFile {
  /** File name without `.env`; for a department its own name. */
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Every file with its values. All values are free of blanks, quotes and dollar signs, except FIELD_KEYS, which is JSON in single quotes. */
export function envFiles(secrets: Secrets): EnvFile[] {
  return [
    {
      name: 'mongo',
      values: {
        MONGO_INITDB_ROOT_USERNAME: rootUser,
        MONGO_INITDB_ROOT_PASSWORD: secrets.mongoRootPassword,
        MONGO_REPLICA_KEY: secrets.mongoKey,
      },
    },
    {
      name: 'mongo-setup',
      values: { MONGO_ROOT_PASSWORD: secrets.mongoRootPassword, MONGO_SERVICE_PASSWORDS: inQuotes(JSON.stringify(secrets.mongoPasswords)) },
    },
    { name: 'redis', values: { REDIS_PASSWORD: secrets.redisPassword } },
    ...departments.map((department) => ({ name: department, values: departmentValues(department, secrets) })),
  ];
}

function departmentValues(department: Department, secrets: Secrets): Record<string, string> {
  return {
    MONGODB_URI: `mongodb://${department}:${secrets.mongoPasswords[department]}@mongo:27017/${databaseOf(department)}?replicaSet=rs0&authSource=admin`,
    REDIS_URL: `redis://:${secrets.redisPassword}@redis:6379`,
    FIELD_KEYS: inQuotes(JSON.stringify(secrets.fieldKeys)),
    FIELD_KEY_ID: secrets.fieldKeyId,
    BLIND_INDEX_KEY: secrets.blindIndexKey,
    FILE_URL_KEY: secrets.fileUrlKey,
    ...(department === 'hr' ? { ADMIN_PASSWORD: secrets.adminPassword } : {}),
  };
}

/** Keeps Compose from interpreting anything inside. */
const inQuotes = (text: string): string => `'${text}'`;

/** Text of one file, or of its part in the example when `withValues` is false. */
export function envText(file: EnvFile, withValues: boolean): string {
  return Object.entries(file.values)
    .map(([name, value]) => `${name}=${withValues ? value : ''}\n`)
    .join('');
}

/** The whole example: every file's names, no value. */
export function exampleText(secrets: Secrets): string {
  const head = [
    '# Secrets of docker-compose.yml. There are no default passwords: make all of them with',
    '#   npm run docker-env',
    '# which writes infra/docker/env/<name>.env, readable by you only, one for each container below.',
  ];
  return `${head.join('\n')}\n${envFiles(secrets)
    .map((file) => `\n# env/${file.name}.env\n${envText(file, false)}`)
    .join('')}`;
}
