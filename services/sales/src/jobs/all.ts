import { FileSweeper } from '@weilend/service';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper];
