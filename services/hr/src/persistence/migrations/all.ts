import { peopleAndSignIn } from './0001-people-and-sign-in.js';

/** In the order in which they run. */
export const migrations = [peopleAndSignIn];
