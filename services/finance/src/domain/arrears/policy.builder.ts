import { parseRate } from '@weilend/kernel';
import type { ClassPolicy } from './loan-class.js';

/** Days and provisions as a new company has them. */
export function aPolicy(): ClassPolicy {
  return {
    from: { SPECIAL_MENTION: 1, SUBSTANDARD: 90, DOUBTFUL: 271, LOSS: 361 },
    provision: {
      PASS: parseRate('0.01'),
      SPECIAL_MENTION: parseRate('0.02'),
      SUBSTANDARD: parseRate('0.25'),
      DOUBTFUL: parseRate('0.5'),
      LOSS: parseRate('1'),
    },
  };
}
