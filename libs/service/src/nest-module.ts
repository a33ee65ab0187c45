import { AccessTokens, DenyList, FieldCipher, SigningKeys } from '@weilend/auth';
import type { Health, Logger, Metrics } from '@weilend/boot';
import { ContextFactory, ErrorLog, RefusalTexts, subgraphModule } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import { Handoffs, Outbox } from '@weilend/messaging';
import { AuditTrail, Database, Leases, UnitOfWork } from '@weilend/mongo';
import type { DynamicModule, Provider } from '@nestjs/common';
import { TokenContextFactory } from './context-factory.js';
import type { ServiceDefinition } from './definition.js';
import { EmployeeDirectory } from './employee-directory.js';
import { Parameters } from './parameters.js';
import type { Platform } from './platform.js';
import { ServiceClock } from './business-clock.js';
import { ServiceConfig } from './service-config.js';
import { ServiceLog } from './service-log.js';
import { ServiceHealth, ServiceMetrics } from './service-watch.js';

interface ProcessParts {
  readonly config: object;
  readonly log: Logger;
  readonly health: Health;
  readonly metrics: Metrics;
}

class PlatformModule {}
class DepartmentModule {}

/** The Nest module of a department: the platform's parts by their classes, its own providers, its subgraph. */
export function departmentModule(definition: ServiceDefinition, platform: Platform, process: ProcessParts): DynamicModule {
  const providers = [
    ...platformProviders(platform, process),
    ...definition.providers,
    ...definition.loaders,
    ...definition.consumers,
    ...definition.jobs,
  ] as Provider[];
  const shared: DynamicModule = { module: PlatformModule, global: true, providers, exports: providers };
  return {
    module: DepartmentModule,
    imports: [shared, subgraphModule({ loaders: definition.loaders, logToken: ErrorLog as unknown as abstract new () => ErrorLog })],
    providers: [...definition.resolvers],
    controllers: [...(definition.controllers ?? [])],
  };
}

function platformProviders(platform: Platform, process: ProcessParts): Provider[] {
  const values: readonly (readonly [unknown, unknown])[] = [
    [Database, platform.database],
    [UnitOfWork, platform.work],
    [Outbox, platform.outbox],
    [Handoffs, platform.handoffs],
    [Leases, platform.leases],
    [BusinessClock, platform.clock],
    [ServiceClock, platform.clock],
    [AuditTrail, platform.audit],
    [SigningKeys, platform.keys],
    [DenyList, platform.denied],
    [AccessTokens, platform.tokens],
    [FieldCipher, platform.cipher],
    [Parameters, platform.parameters],
    [EmployeeDirectory, platform.directory],
    [RefusalTexts, platform.texts],
    [ContextFactory, new TokenContextFactory(platform.tokens)],
    [ServiceConfig, process.config],
    [ServiceLog, process.log],
    [ErrorLog, process.log],
    [ServiceMetrics, process.metrics],
    [ServiceHealth, process.health],
  ];
  return values.map(([provide, useValue]) => ({ provide, useValue }) as Provider);
}
