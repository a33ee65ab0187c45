import { AdoptImprovements } from './adopt-improvements.use-case.js';
import { CloseImprovement } from './close-improvement.use-case.js';
import { RaiseImprovement } from './raise-improvement.use-case.js';

export const improvementActs = [RaiseImprovement, CloseImprovement, AdoptImprovements];
