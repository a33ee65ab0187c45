import { EVERYONE } from '../roles.js';
import type { Permission, Role } from '../roles.js';

/** Who keeps the question bank and marks what people wrote. */
const trainers: readonly Role[] = ['sales-manager', 'trainer'];
/** Who looks after how well people are trained. */
const overseers: readonly Role[] = ['sales-manager', 'trainer', 'hr-manager', 'compliance-officer', 'auditor'];
/** Who sees to it that people know what their work requires. */
const knowledgeKeepers: readonly Role[] = ['compliance-officer', 'hr-manager'];

/** Who may do and see what in training: permission -> roles. Named `training.<verb-noun>` for acts, `training.read-<noun>` for reading. */
export const trainingPermissions = {
  'training.read-plan': { roles: EVERYONE },
  'training.read-session': { roles: EVERYONE },
  'training.draft-plan': { roles: ['sales-manager'] },
  'training.publish-plan': { roles: ['sales-manager'] },
  'training.plan-session': { roles: ['sales-manager'] },
  'training.record-attendance': { roles: ['sales-manager', 'trainer'] },
  'training.evaluate-session': { roles: ['sales-manager', 'trainer'] },
  'training.close-session': { roles: ['sales-manager'] },
  'training.read-question': { roles: trainers },
  'training.add-exam-question': { roles: trainers },
  'training.change-exam-question': { roles: trainers },
  'training.retire-exam-question': { roles: trainers },
  'training.read-paper': { roles: trainers },
  'training.draw-exam-paper': { roles: trainers },
  'training.retire-exam-paper': { roles: trainers },
  'training.read-attempt': { roles: EVERYONE },
  'training.start-exam-attempt': { roles: EVERYONE },
  'training.answer-exam-question': { roles: EVERYONE },
  'training.submit-exam-attempt': { roles: EVERYONE },
  'training.read-evaluation': { roles: EVERYONE },
  'training.read-unevaluated': { roles: overseers },
  'training.open-evaluation': { roles: trainers },
  'training.excuse-from-evaluation': { roles: trainers },
  'training.extend-evaluation': { roles: trainers },
  'training.hand-in-reflection': { roles: EVERYONE },
  'training.mark-reflection': { roles: trainers },
  'training.record-job-mark': { roles: EVERYONE },
  'training.give-feedback': { roles: EVERYONE },
  'training.read-feedback': { roles: overseers },
  'training.read-improvement': { roles: EVERYONE },
  'training.raise-improvement': { roles: trainers },
  'training.close-improvement': { roles: trainers },
  'training.adopt-improvements': { roles: ['sales-manager'] },
  'training.read-effect': { roles: overseers },
  'training.read-knowledge': { roles: EVERYONE },
  'training.publish-knowledge-rules': { roles: knowledgeKeepers },
  'training.accept-certificate': { roles: knowledgeKeepers },
  'training.read-reminder': { roles: EVERYONE },
} as const satisfies Record<`training.${string}`, Permission>;
