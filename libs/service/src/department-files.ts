import { FileUrls, Files, GridFsStore, MadeFiles, ObjectStore, OrphanSweep, registerFileRoutes, ResumableUploads } from '@weilend/files';
import type { Department } from '@weilend/kernel';
import { Ticker } from '@weilend/messaging';
import { Database, Leases } from '@weilend/mongo';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { OnModuleInit, Provider } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Job } from './definition.js';
import { ServiceConfig } from './service-config.js';
import type { CommonServiceConfig } from './service-config.js';
import { ServiceLog } from './service-log.js';

const HOUR_MS = 3_600_000;
const UPLOAD_TTL_MS = HOUR_MS / 2;
const DOWNLOAD_TTL_MS = HOUR_MS / 12;
const ORPHAN_AFTER_MS = 24 * HOUR_MS;
const SWEEP_EVERY_MS = HOUR_MS / 4;
const SWEEP_LEASE_MS = HOUR_MS / 12;
const SWEEP_BATCH = 500;
const DEPARTMENT = Symbol('department of the files');

/** Puts `PUT`, `PATCH`, `HEAD` and `GET /files/<department>/<fileId>` on the process's server. */
@Injectable()
export class FileRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly files: Files,
    private readonly uploads: ResumableUploads,
    private readonly urls: FileUrls,
    @Inject(DEPARTMENT) private readonly department: Department,
    @Optional() @Inject(MadeFiles) private readonly made: MadeFiles | null,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance() as unknown as FastifyInstance;
    const { department, files, uploads, urls, made } = this;
    await registerFileRoutes(fastify, { department, files, uploads, urls, made, keptMs: ORPHAN_AFTER_MS });
  }
}

/** Removes uploads that no act took within a day; one process of a department at a time. List it under `jobs`. */
@Injectable()
export class FileSweeper extends Job {
  private readonly ticker: Ticker;

  constructor(
    database: Database,
    store: ObjectStore,
    files: Files,
    uploads: ResumableUploads,
    private readonly leases: Leases,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    const sweep = new OrphanSweep(database, store, files, uploads, { orphanAfterMs: ORPHAN_AFTER_MS, batch: SWEEP_BATCH });
    this.ticker = new Ticker('file sweep', SWEEP_EVERY_MS, () => this.pass(sweep), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(sweep: OrphanSweep): Promise<void> {
    if (!(await this.leases.take('file-sweep', SWEEP_LEASE_MS))) return;
    const outcome = await sweep.pass();
    if (outcome.removedFiles + outcome.removedObjects > 0) this.log.info({ ...outcome }, 'orphan files were removed');
  }
}

/**
 * Providers of a department that keeps files: inject `Files` into use cases; add `filesCollections` to the collections
 * and `FileSweeper` to the jobs. A department that makes files when they are read provides `MadeFiles` too.
 */
export function fileProviders(department: Department): Provider[] {
  return [
    { provide: DEPARTMENT, useValue: department },
    { provide: ObjectStore, useFactory: (database: Database) => new GridFsStore(database), inject: [Database] },
    {
      provide: FileUrls,
      useFactory: (config: CommonServiceConfig) => new FileUrls(config.FILE_URL_KEY, config.PUBLIC_URL),
      inject: [ServiceConfig],
    },
    {
      provide: Files,
      useFactory: (database: Database, store: ObjectStore, urls: FileUrls) =>
        new Files(database, store, urls, { department, uploadTtlMs: UPLOAD_TTL_MS, downloadTtlMs: DOWNLOAD_TTL_MS }),
      inject: [Database, ObjectStore, FileUrls],
    },
    {
      provide: ResumableUploads,
      useFactory: (database: Database, store: ObjectStore, files: Files) => new ResumableUploads(database, store, files),
      inject: [Database, ObjectStore, Files],
    },
    FileRoutes,
  ];
}
