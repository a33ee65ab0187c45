import { EndWatch } from './end-watch.use-case.js';
import { EnterWatch } from './enter-watch.use-case.js';
import { EscalateWatches } from './escalate-watches.use-case.js';
import { KeepWatch } from './keep-watch.use-case.js';
import { FreeLeaverWork } from './free-leaver-work.use-case.js';
import { WatchDesk } from './watch-desk.js';
import { WatchLoan } from './watch-loan.use-case.js';

export const watchActs = [WatchDesk, EnterWatch, KeepWatch, EndWatch, EscalateWatches, WatchLoan, FreeLeaverWork];
