import { parseRate } from '@weilend/kernel';
import type { DayPolicy } from '../loan/close-day.js';

/** Days, provisions and calendar as a new company has them. */
export function aPolicy(): DayPolicy {
  return {
    calendar: { hours: [], holidays: new Set(), makeUpDays: new Set() },
    from: { SPECIAL_MENTION: 1, SUBSTANDARD: 90, DOUBTFUL: 271, LOSS: 361 },
    provision: {
      PASS: parseRate('0.01'),
      SPECIAL_MENTION: parseRate('0.02'),
      SUBSTANDARD: parseRate('0.25'),
      DOUBTFUL: parseRate('0.5'),
      LOSS: parseRate('1'),
    },
  };
}
