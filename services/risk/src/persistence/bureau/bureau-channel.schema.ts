import { defineCollection, fields } from '@weilend/mongo';

/** One row: whether the bureau is being asked, as the processes that ask have last seen it. */
export const bureauChannelCollection = defineCollection({
  name: 'bureau_channel',
  fields: {
    isOpen: fields.flag,
    probeFrom: fields.optionalInstant,
    lastTrouble: fields.optionalText,
    since: fields.instant,
  },
});
