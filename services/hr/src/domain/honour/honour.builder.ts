import { parseLocalDate } from '@weilend/kernel';
import type { HonourAward } from './honour.js';

/** An award of a quarter, as it was given. */
export const givenAward: HonourAward = {
  ...{ id: 'awd_1', version: 1, honourId: 'hnr_1', honour: 'SALES_CHAMPION', period: '2026-Q3' },
  ...{ employeeId: 'emp_1', recipientName: '周一鸣', place: 1, shared: false, values: [] },
  ...{ confirmedBy: 'emp_hr', confirmedOn: parseLocalDate('2026-10-12') },
};
