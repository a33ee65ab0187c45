import 'reflect-metadata';
import { closeServer, createLogger, createMetrics, Health, loadConfig, registerOpsRoutes, runWithTrace, Shutdown } from '@weilend/boot';
import type { Env, Logger, Metrics } from '@weilend/boot';
import { Messaging } from '@weilend/messaging';
import type { AnyConsumer } from '@weilend/messaging';
import { Database, missingIndexes } from '@weilend/mongo';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Job, ServiceDefinition } from './definition.js';
import { measureMessaging } from './messaging-metrics.js';
import { departmentModule } from './nest-module.js';
import { createPlatform, platformCollections, preparePlatform } from './platform.js';
import type { Platform } from './platform.js';
import { platformConsumers } from './platform-consumers.js';
import { checkRedis, connectRedis } from './redis.js';
import { serviceConfig } from './service-config.js';
import type { CommonServiceConfig } from './service-config.js';

const BODY_LIMIT_BYTES = 1_048_576;
/** Requests in flight get this long before their connections are cut. */
const CLOSE_GRACE_MS = 4_000;

export interface RunningService {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly platform: Platform;
  /** Present in worker processes. */
  readonly messaging: Messaging | null;
  stop(): Promise<void>;
}

/** Boots a department: configuration, database and migrations, graph, then its workers; stops in the reverse order. */
export async function startService(definition: ServiceDefinition, env: Env = process.env): Promise<RunningService> {
  const config = loadConfig(serviceConfig.extend(definition.config.shape), env) as unknown as CommonServiceConfig;
  const log = createLogger({ name: definition.department, level: config.LOG_LEVEL });
  const shutdown = new Shutdown(log);
  const health = new Health();
  const metrics = createMetrics(definition.department);
  const database = await Database.connect(config.MONGODB_URI);
  shutdown.add('connections', 'mongodb', () => database.close());
  const platform = createPlatform(definition.department, database, definition.errors, config);
  await preparePlatform(platform, definition);
  shutdown.add('connections', 'clock', () => platform.clock.stop());
  checkDatabase(health, definition, platform);

  const app = await NestFactory.create<NestFastifyApplication>(
    departmentModule(definition, platform, { config, log, health, metrics }),
    new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES }),
    {
      logger: ['error', 'fatal'],
    },
  );
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  registerOpsRoutes(fastify, { health, metrics });
  fastify.get('/jwks', async () => platform.keys.current());
  const messaging = config.ROLE === 'api' ? null : startWork(definition, { platform, app, config, log, health, metrics, shutdown });
  await app.listen(config.PORT, config.HOST);
  shutdown.add('drain', 'readiness', () => health.startDraining());
  shutdown.add(
    'http',
    'graph',
    () => closeServer({ close: async () => app.close(), server: fastify.server }, CLOSE_GRACE_MS),
    CLOSE_GRACE_MS + 2_000,
  );
  if (env === process.env) shutdown.install();
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  log.info({ url, role: config.ROLE }, 'ready');
  return { url, app, platform, messaging, stop: async () => void (await shutdown.run('stop')) };
}

interface WorkParts {
  readonly platform: Platform;
  readonly app: NestFastifyApplication;
  readonly config: CommonServiceConfig;
  readonly log: Logger;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly shutdown: Shutdown;
}

function startWork(definition: ServiceDefinition, { platform, app, config, log, health, metrics, shutdown }: WorkParts): Messaging {
  const redis = connectRedis(config.REDIS_URL, log);
  checkRedis(health, redis);
  const own = definition.consumers.map((consumer) => app.get<AnyConsumer>(consumer));
  const messaging = new Messaging({ ...platform, redis, log }, [...platformConsumers(platform), ...own], {
    department: definition.department,
    namespace: config.QUEUE_NAMESPACE,
    concurrency: config.WORKER_CONCURRENCY,
    runWithTrace,
  });
  messaging.start();
  measureMessaging(metrics, messaging);
  const jobs = definition.jobs.map((job) => app.get<Job>(job));
  for (const job of jobs) job.start();
  platform.clock.onMoved(() => jobs.forEach((job) => job.clockMoved()));
  shutdown.add('workers', 'jobs', () => Promise.all(jobs.map((job) => job.stop())), 20_000);
  shutdown.add('relay', 'messaging', () => messaging.stop(), 30_000);
  shutdown.add('connections', 'redis', () => redis.disconnect());
  return messaging;
}

function checkDatabase(health: Health, definition: ServiceDefinition, platform: Platform): void {
  health.addCheck('mongodb', async () => {
    const hello = await platform.database.connection.getClient().db('admin').command({ hello: 1 });
    if (!hello['isWritablePrimary']) throw new Error('no primary');
  });
  health.addCheck('indexes', async () => {
    const missing = await missingIndexes(platform.database, [...platformCollections, ...definition.collections]);
    if (missing.length > 0) throw new Error(`missing indexes: ${missing.join(', ')}`);
  });
}
