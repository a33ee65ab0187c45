import { TrainingEffectResolver } from './training-effect.resolver.js';

export const effectResolvers = [TrainingEffectResolver];
