// A worker process of imports, for `npm run prove -- sales-import`: works until no run is open, or until it is killed. It tells how much memory it took.
import { ImportRuns } from '@weilend/sales-service/persistence/import/import.repository.js';
import { RunImports } from '@weilend/sales-service/use-cases/import/run-imports.js';
import { openSalesBooks } from '../lib/sales-books.ts';

const [mongodbUri = '', name = '', key = ''] = process.argv.slice(2);
const books = await openSalesBooks(mongodbUri, { name, key });
const [runs, worker] = [books.get(ImportRuns), books.get(RunImports)];
const troubles: string[] = [];
const onTrouble = (_runId: string, error: unknown): void => void troubles.push(String(error));
const beforeMb = process.memoryUsage.rss() / 1_048_576;
while ((await runs.openIds()).length > 0)
  if (!(await worker.execute({ isStopping: () => false, onTrouble }))) await new Promise((resolve) => setTimeout(resolve, 100));
process.send?.({ beforeMb, peakMb: process.resourceUsage().maxRSS / 1_024, troubles });
await books.stop();
process.disconnect?.();
