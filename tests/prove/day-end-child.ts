// A worker process of the day end, for `npm run prove -- day-end`: works until no day is being closed, or until it is killed.
import { openFinanceBooks } from '../lib/finance-books.ts';

const [mongodbUri = '', name = '', holder = ''] = process.argv.slice(2);
const books = await openFinanceBooks(mongodbUri, { name });
const worker = books.dayEndWorker(holder);
const days = books.platform.database.collection('day_ends');
while ((await days.countDocuments({ state: 'RUNNING' })) > 0)
  if (!(await worker.execute(() => false))) await new Promise((resolve) => setTimeout(resolve, 200));
await books.stop();
