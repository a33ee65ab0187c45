// `npm run prove -- NAME [--json FILE]`: proofs that are too long for `npm test`. A proof that does not hold throws.
import { runNamed } from '../lib/named-scripts.ts';

process.exitCode = await runNamed('prove', {
  'ladder-without-redis': async () => (await import('./ladder-without-redis.ts')).proveLadderWithoutRedis,
  'day-end': async () => (await import('./day-end.ts')).proveDayEnd,
  ledger: async () => (await import('./ledger/ledger.ts')).proveLedger,
  disbursement: async () => (await import('./disbursement.ts')).proveDisbursement,
  limits: async () => (await import('./limits.ts')).proveLimits,
  scorecard: async () => (await import('./scorecard.ts')).proveScorecard,
  schedules: async () => (await import('./schedules.ts')).proveSchedules,
  'redis-refill': async () => (await import('./redis-refill.ts')).proveRedisRefill,
  'independent-deployment': async () => (await import('./independent-deployment.ts')).proveIndependentDeployment,
  'resumed-upload': async () => (await import('./resumed-upload.ts')).proveResumedUpload,
  'sales-import': async () => (await import('./sales-import.ts')).proveSalesImport,
  'sales-scale': async () => (await import('./sales-scale/sales-scale.ts')).proveSalesScale,
  replay: async () => (await import('./replay/replay.ts')).proveReplay,
  appraisal: async () => (await import('./appraisal/appraisal.ts')).proveAppraisal,
  'killed-worker': async () => (await import('./killed-worker.ts')).proveKilledWorker,
});
