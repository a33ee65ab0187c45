import { event } from '@weilend/messaging';
import type { OutgoingEvent } from '@weilend/messaging';
import type { Parameter } from '../domain/parameter/parameter.js';

/** What every service learns of a published value. */
export function parameterPublished({ id, key, value, effectiveFrom, basis }: Parameter): OutgoingEvent {
  return event('compliance.parameter-published.v1', id, { parameterId: id, key, value, effectiveFrom, basis });
}
