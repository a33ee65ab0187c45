import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceConfig } from '@weilend/service';
import type { CommonServiceConfig } from '@weilend/service';

/** Whose calendar an address opens, and the number that a renewal makes void. */
export interface FeedGrant {
  readonly employeeId: string;
  readonly serial: number;
}

const SERIAL = /^\d{1,9}$/;

/** Addresses of calendars that carry their own right, because calendar programs send no token: signed like those of files. */
@Injectable()
export class CalendarAddresses {
  constructor(@Inject(ServiceConfig) private readonly config: Pick<CommonServiceConfig, 'FILE_URL_KEY' | 'PUBLIC_URL'>) {}

  sign(grant: FeedGrant): string {
    const query = new URLSearchParams({ person: grant.employeeId, serial: String(grant.serial), sig: this.signature(grant) });
    return `${this.config.PUBLIC_URL}/calendars/me.ics?${query.toString()}`;
  }

  /** What a request may open; null when the address is not one of ours. */
  check({ person, serial, sig }: Readonly<Record<string, unknown>>): FeedGrant | null {
    if (typeof person !== 'string' || typeof serial !== 'string' || typeof sig !== 'string' || !SERIAL.test(serial)) return null;
    const grant = { employeeId: person, serial: Number(serial) };
    const [expected, given] = [Buffer.from(this.signature(grant)), Buffer.from(sig)];
    return expected.length === given.length && timingSafeEqual(expected, given) ? grant : null;
  }

  private signature({ employeeId, serial }: FeedGrant): string {
    return createHmac('sha256', this.config.FILE_URL_KEY).update(['calendar', employeeId, serial].join('\n')).digest('base64url');
  }
}
