import { rowScope, scopeFilter } from '@weilend/auth';
import type { Actor } from '@weilend/kernel';

import { OVERSEERS } from '../domain/session/who-may-see.js';

/** Who looks after how well people are trained sees everybody's; the others see their own. */
export const isOverseer = (actor: Actor): boolean => rowScope(actor, OVERSEERS).kind === 'all';

/** The filter of what an actor may see, over the field that names whose it is. */
export const ownOrAll = (actor: Actor, ownerField = 'employeeId'): Record<string, string> =>
  scopeFilter(rowScope(actor, OVERSEERS), ownerField);
