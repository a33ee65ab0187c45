// The public holidays and make-up working days of China as the company calendar needs them: deadlines, meeting slots and due dates move around
// them. 2026 is the announcement of the General Office of the State Council of 2025-11-04. For 2027 no announcement was known when this was
// written: only the statutory days stand here, without bridging days and make-up days, and the basis of the published value says so.
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

export interface Holiday {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export const HOLIDAYS: readonly Holiday[] = [
  { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
  { name: '春节', from: '2026-02-15', to: '2026-02-23' },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
  { name: '春节', from: '2027-02-05', to: '2027-02-08' },
  { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
  { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
  { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
  { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
  { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
];

/** Saturdays and Sundays that are worked in exchange for bridging days. */
export const MAKE_UP_DAYS: readonly string[] = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

export const CALENDAR_BASIS =
  '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）；2027年安排尚未公布，仅列《全国年节及纪念日放假办法》规定的法定节日，不含调休';

/** Every holiday as a date, in order. */
export function holidayDates(holidays: readonly Holiday[] = HOLIDAYS): LocalDate[] {
  return holidays.flatMap(({ from, to }) => {
    const days: LocalDate[] = [];
    for (let day = from as LocalDate; day <= to; day = addDays(day, 1)) days.push(day);
    return days;
  });
}
