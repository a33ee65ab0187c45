import { defineCollection, fields } from '@weilend/mongo';

/** One row per person whose calendar address was renewed; its version is the number in the address. */
export const calendarFeedCollection = defineCollection({ name: 'calendar_feeds', fields: { renewedAt: fields.instant } });
