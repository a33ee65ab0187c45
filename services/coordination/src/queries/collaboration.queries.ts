import { Injectable } from '@nestjs/common';
import type { Actor, Department } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { CollaborationState } from '../domain/board/collaboration.machine.js';
import type { Collaboration } from '../domain/board/collaboration.js';
import { collaborationCollection } from '../persistence/collaboration.schema.js';
import { readerOf } from './reader.js';

export interface CollaborationFilter extends PageRequest {
  readonly department?: Department | null;
  readonly state?: CollaborationState | null;
}

/** Requests between departments: seen by both of them and by who oversees the company. */
@Injectable()
export class CollaborationQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<Collaboration[]> {
    const filter = { $and: [{ _id: { $in: [...ids] } }, scope(actor)] };
    const rows = await this.model()
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toCollaboration);
  }

  list({ first, after, department, state }: CollaborationFilter, actor: Actor): Promise<Page<Collaboration>> {
    const wanted = { ...(department ? { to: department } : {}), ...(state ? { state } : {}) };
    return pageOf(this.model(), { first, after }, { filter: { $and: [scope(actor), wanted] }, map: toCollaboration });
  }

  private model() {
    return this.database.model(collaborationCollection);
  }
}

function scope(actor: Actor): Record<string, unknown> {
  const { seesAll, employeeId, department } = readerOf(actor);
  if (seesAll) return {};
  return { $or: [{ requestedBy: employeeId }, ...(department ? [{ from: department }, { to: department }] : [])] };
}

function toCollaboration({ _id, ...rest }: Stored): Collaboration {
  return { id: _id, ...rest } as unknown as Collaboration;
}
