import { AccessTokens, bearerToken, PermissionDenied, requirePermission, Unauthenticated } from '@weilend/auth';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarQueries } from '../queries/calendar.queries.js';

type Query = Readonly<Record<string, unknown>>;
const FILE = /^(mtg_[0-9a-z]{26})\.ics$/;

/**
 * `GET /calendars/meetings/<id>.ics` with a bearer token, and `GET /calendars/me.ics` with a token or with the signed query
 * of `myCalendarUrl`, because calendar programs send no headers.
 */
@Controller('calendars')
export class Calendars {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly calendars: CalendarQueries,
    private readonly clock: BusinessClock,
  ) {}

  @Get('meetings/:file')
  async meeting(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await guarded(reply, async () => {
      const actor = await this.admit(request);
      const meetingId = FILE.exec(file)?.[1];
      return meetingId ? this.calendars.ofMeeting(meetingId, actor) : null;
    });
  }

  @Get('me.ics')
  async mine(@Req() request: FastifyRequest<{ Querystring: Query }>, @Res() reply: FastifyReply): Promise<void> {
    await guarded(reply, async () => {
      const employeeId = 'sig' in request.query ? await this.signedPerson(request.query) : employeeIdOf(await this.admit(request));
      return this.calendars.ofPerson(employeeId, this.clock.now());
    });
  }

  private async signedPerson(query: Query): Promise<string> {
    const employeeId = await this.calendars.personOf(query);
    if (!employeeId) throw new Unauthenticated('this address is void: ask the graph for myCalendarUrl');
    return employeeId;
  }

  private async admit(request: FastifyRequest): Promise<Actor> {
    const token = bearerToken(request.headers.authorization);
    if (!token) throw new Unauthenticated('sign in first: Authorization: Bearer <token>');
    const actor = await this.tokens.verify(token);
    requirePermission(actor, 'coordination.read-calendar');
    return actor;
  }
}

async function guarded(reply: FastifyReply, ask: () => Promise<string | null>): Promise<void> {
  try {
    const text = await ask();
    if (text === null) return refuse(reply, 404, 'NOT_FOUND', 'there is no such meeting');
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, no-store').send(text);
  } catch (error) {
    if (error instanceof Unauthenticated) return refuse(reply, 401, error.code, error.message);
    if (error instanceof PermissionDenied) return refuse(reply, 403, error.code, error.message);
    throw error;
  }
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): void {
  void reply.code(status).header('cache-control', 'no-store').send({ error: { code, message } });
}
