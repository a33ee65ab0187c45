import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Collaboration } from '../domain/board/collaboration.js';
import { collaborationCollection } from './collaboration.schema.js';

@Injectable()
export class Collaborations extends Repository<Collaboration> {
  constructor(database: Database) {
    super(database, collaborationCollection, 'collaboration request');
  }
}
