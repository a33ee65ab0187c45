import { z } from 'zod';

const every = (most: number, otherwise: number, description: string) =>
  z.coerce.number().int().min(100).max(most).default(otherwise).meta({ description });

export const trainingConfig = z.object({
  CERTIFICATE_SWEEP_MS: every(86_400_000, 600_000, 'Pause between two looks for certificates that run out, in milliseconds'),
  EXAM_SWEEP_MS: every(
    3_600_000,
    5_000,
    'How often to look for exams whose time is over and marks on the job to be asked for, in milliseconds',
  ),
  REMINDERS_EVERY_MS: every(3_600_000, 60_000, 'How often to look for deadlines of training and required knowledge, in milliseconds'),
});

export type TrainingConfig = z.output<typeof trainingConfig>;
