import { z } from 'zod';

const every = (otherwise: number, description: string) =>
  z.coerce.number().int().min(100).max(3_600_000).default(otherwise).meta({ description });

export const trainingConfig = z.object({
  EXAM_SWEEP_MS: every(5_000, 'How often to look for exams whose time is over and marks on the job to be asked for, in milliseconds'),
  REMINDERS_EVERY_MS: every(60_000, 'How often to look for deadlines of training and required knowledge, in milliseconds'),
});

export type TrainingConfig = z.output<typeof trainingConfig>;
