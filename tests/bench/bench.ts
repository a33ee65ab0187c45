// `npm run bench -- NAME [--json FILE]`: figures of this machine, each as a ratio to a limit that is measured in the same run on the same servers.
import { runNamed } from '../lib/named-scripts.ts';

process.exitCode = await runNamed('bench', {
  schedules: async () => (await import('./schedules.ts')).benchSchedules,
  'day-end': async () => (await import('./day-end/day-end.ts')).benchDayEnd,
  portfolio: async () => (await import('./portfolio.ts')).benchPortfolio,
  'sales-book': async () => (await import('./sales-book.ts')).benchSalesBook,
  appraisal: async () => (await import('./appraisal/appraisal.ts')).benchAppraisal,
  handoffs: async () => (await import('./handoffs/handoffs.ts')).benchHandoffs,
});
