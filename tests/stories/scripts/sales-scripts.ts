// What the sales department does beside the loan: its day, its leads, the care for its customers, people who leave, files of prospects.
import { complaint, visitsByGrade } from './care-scripts.ts';
import { channels } from './channels-script.ts';
import { importing } from './import-script.ts';
import { portfolio } from './portfolio-script.ts';
import { salesDay } from './sales-day-script.ts';
import type { Script } from './scene.ts';

export const salesScripts: readonly Script[] = [salesDay, channels, visitsByGrade, portfolio, importing];

/** These move the clock of the company. */
export const clockSalesScripts: readonly Script[] = [complaint];
