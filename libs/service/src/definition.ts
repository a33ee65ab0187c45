import type { AnyLoader } from '@weilend/graphql';
import type { Department, RefusalCatalogue } from '@weilend/kernel';
import type { AnyConsumer } from '@weilend/messaging';
import type { CollectionDefinition, Migration } from '@weilend/mongo';
import type { Provider, Type } from '@nestjs/common';
import type { z } from 'zod';

/** Background work of a department: started in worker processes after the boot, stopped before the database closes. */
export abstract class Job {
  abstract start(): void;
  abstract stop(): Promise<void>;

  /** The controlled clock has jumped: who waits for a moment looks now, instead of at the end of his interval. */
  clockMoved(): void {}
}

/** Everything that makes a department's service; `<dept>.module.ts` is this and nothing else. */
export interface ServiceDefinition<Config extends z.ZodObject = z.ZodObject> {
  readonly department: Department;
  /** Its own variables; the common ones are added. The only place that names environment variables. */
  readonly config: Config;
  readonly errors: RefusalCatalogue;
  readonly collections: readonly CollectionDefinition[];
  readonly migrations: readonly Migration[];
  /** Repositories, use cases, queries, adapters: injectable classes (or Nest providers). */
  readonly providers: readonly Provider[];
  readonly resolvers: readonly Type<unknown>[];
  readonly loaders: readonly Type<AnyLoader>[];
  readonly consumers: readonly Type<AnyConsumer>[];
  readonly jobs: readonly Type<Job>[];
  /** Nest controllers for HTTP that is not GraphQL (JWKS, files, event stream). */
  readonly controllers?: readonly Type<unknown>[];
}

export function defineService<Config extends z.ZodObject>(definition: ServiceDefinition<Config>): ServiceDefinition<Config> {
  return definition;
}
