import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { StoredFile } from '@weilend/files';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { applicationCollection } from '../persistence/application/application.schema.js';
import { customerCollection } from '../persistence/customer/customer.schema.js';
import { salesScope } from '../persistence/sales-scope.js';
import { IMPORT_SUBJECT } from '../domain/import/import-run.js';

/** What is known of a file, to who may see what it is about. */
@Injectable()
export class FileQueries {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async byId(fileId: string, actor: Actor): Promise<StoredFile | null> {
    const file = await this.files.find(fileId);
    if (!file) return null;
    const { kind, id } = (file.subject.kind === 'employee' && file.attachedTo) || file.subject;
    if (kind === 'employee' || kind === IMPORT_SUBJECT) return actor.kind === 'employee' && actor.employeeId === id ? file : null;
    const visible =
      kind === 'customer'
        ? await this.database.model(customerCollection).exists({ _id: id, ...salesScope(actor, 'ownerId') } as never)
        : await this.database.model(applicationCollection).exists({ _id: id, ...salesScope(actor, 'salespersonId') } as never);
    return visible ? file : null;
  }
}
