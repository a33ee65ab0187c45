import { NoteOpinion } from './note-opinion.use-case.js';
import { RequestOpinion } from './request-opinion.use-case.js';

export const opinionActs = [RequestOpinion, NoteOpinion];
