import { commonConfig, secret, url } from '@weilend/boot';
import { z } from 'zod';

/** Variables of every department service. */
export const serviceConfig = z.object({
  ...commonConfig,
  MONGODB_URI: url(['mongodb', 'mongodb+srv']).meta({
    description: "This service's database, with its own user; a replica set",
    secret: true,
  }),
  REDIS_URL: url(['redis', 'rediss']).meta({ description: 'Redis with AOF on and maxmemory-policy noeviction', secret: true }),
  FIELD_KEYS: secret().meta({ description: 'JSON object: key id -> base64 of 32 bytes; encrypts personal fields', secret: true }),
  FIELD_KEY_ID: z.string().min(1).meta({ description: 'Key of FIELD_KEYS that new values are written with' }),
  BLIND_INDEX_KEY: secret().meta({
    description: 'Base64 of 32 bytes, the same in every service: searches encrypted fields and seals messages',
    secret: true,
  }),
  FILE_URL_KEY: secret().meta({ description: 'Signs upload and download URLs', secret: true }),
  PUBLIC_URL: url(['http', 'https']).default('http://127.0.0.1:4000').meta({ description: 'Address of the gateway as callers see it' }),
  QUEUE_NAMESPACE: z
    .string()
    .min(1)
    .default('weilend')
    .meta({ description: 'Prefix of queue keys; the same for all services of one installation' }),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(8).meta({ description: 'Messages handled at once per queue' }),
});

export type CommonServiceConfig = z.output<typeof serviceConfig>;

/** Token under which the parsed, frozen configuration is injected. */
export abstract class ServiceConfig {}
