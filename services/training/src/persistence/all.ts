import { certificateCollections, certificateRepositories } from './certificate/all.js';
import { courseCollections, courseRepositories } from './course/all.js';
import { planCollections, planRepositories } from './plan/all.js';
import { sessionCollections, sessionRepositories } from './session/all.js';

/** Repositories, for the module. */
export const trainingRepositories = [...planRepositories, ...courseRepositories, ...sessionRepositories, ...certificateRepositories];

/** Collections of the department. */
export const trainingCollections = [...planCollections, ...courseCollections, ...sessionCollections, ...certificateCollections];
