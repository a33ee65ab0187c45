import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Meeting } from '../domain/meetings/meeting.js';
import { MeetingQueries } from '../queries/meeting.queries.js';

@Injectable()
export class MeetingLoader extends EntityLoader<Meeting> {
  readonly typeName = 'Meeting';

  constructor(private readonly meetings: MeetingQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Meeting[]> {
    return this.meetings.byIds(ids, actor);
  }
}

/** The meetings about applications, those of a whole page in one query. */
@Injectable()
export class ApplicationMeetings extends ListLoader<Meeting> {
  constructor(private readonly meetings: MeetingQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, Meeting])[]> {
    return this.meetings.bySubjects(ids, actor);
  }
}
