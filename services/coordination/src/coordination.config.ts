import { z } from 'zod';

const milliseconds = (fallback: number) => z.coerce.number().int().min(10).max(600_000).default(fallback);

export const coordinationConfig = z.object({
  LADDER_SWEEP_MS: milliseconds(3_000).meta({ description: 'Milliseconds between two sweeps for levels that are due' }),
  MEETING_SWEEP_MS: milliseconds(5_000).meta({
    description: 'Milliseconds between two passes that convene meetings of series and ask for records of meetings that are over',
  }),
  EVENT_LOG_POLL_MS: milliseconds(100).meta({
    description: 'Milliseconds between two passes that give new messages their place in the event log',
  }),
  EVENT_STREAM_POLL_MS: milliseconds(200).meta({ description: 'Milliseconds after which an open event stream looks for new events' }),
  CLOCK_POLL_MS: milliseconds(500).meta({
    description: 'Milliseconds after which the driver of the controlled clock looks for an advance',
  }),
});

export type CoordinationConfig = z.output<typeof coordinationConfig>;
