import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';
import type { InformingWay } from '../application/informing.js';
import type { EnquiryNeeds } from './enquiry.js';

// A conversation with a prospect or a customer (沟通记录): when and how we spoke, what he asked, what we advised, what he needs, and what
// comes next until when. A next step is owed until the conversation that follows it, so that nobody has to remember whom he promised what.

export interface NextStep {
  readonly text: string;
  readonly on: LocalDate;
}

export interface Interaction {
  readonly id: string;
  readonly version: number;
  readonly customerId: string | null;
  readonly leadId: string | null;
  readonly enquiryId: string | null;
  readonly salespersonId: string;
  readonly heldAt: Date;
  readonly way: InformingWay;
  readonly asked: string;
  readonly advised: string;
  readonly needs: EnquiryNeeds;
  readonly nextStep: NextStep | null;
  /** When the conversation that followed was recorded. */
  readonly nextStepDoneAt: Date | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface InteractionSaid extends Omit<Interaction, 'version' | 'nextStep' | 'nextStepDoneAt'> {
  readonly nextStepText: string | null;
  readonly nextStepOn: LocalDate | null;
}

/**
 * A conversation as it is kept. Throws INTERACTION_ABOUT_MISSING, INTERACTION_IN_FUTURE, NEXT_STEP_INCOMPLETE or a text refusal: numbers of
 * persons belong to the customer's file and not into notes [2.9, 3.7].
 */
export function recordInteraction(said: InteractionSaid, heldOn: LocalDate): Interaction {
  const { nextStepText, nextStepOn, ...kept } = said;
  if (!kept.customerId && !kept.leadId) throw new DomainError('INTERACTION_ABOUT_MISSING', {}, 'customerId');
  if (kept.heldAt > kept.recordedAt) throw new DomainError('INTERACTION_IN_FUTURE', {}, 'heldAt');
  const asked = wordsForOthers(kept.asked, 'asked');
  const advised = wordsForOthers(kept.advised, 'advised');
  return { ...kept, version: 0, asked, advised, nextStep: nextStepOf(nextStepText, nextStepOn, heldOn), nextStepDoneAt: null };
}

function nextStepOf(text: string | null, on: LocalDate | null, heldOn: LocalDate): NextStep | null {
  const words = text?.trim() ?? '';
  if (words === '' && on === null) return null;
  if (words === '' || on === null || on < heldOn)
    throw new DomainError('NEXT_STEP_INCOMPLETE', {}, on === null ? 'nextStepOn' : 'nextStep');
  return { text: wordsForOthers(words, 'nextStep'), on };
}

/** The day on which something was promised; null when nothing is owed. */
export function nextStepDueOn({ nextStep, nextStepDoneAt }: Interaction): LocalDate | null {
  return nextStepDoneAt ? null : (nextStep?.on ?? null);
}

/** The promise was kept. Throws NEXT_STEP_UNKNOWN when none is open, or when it was given to somebody else. */
export function settleNextStep(interaction: Interaction, by: Pick<Interaction, 'customerId' | 'leadId'>, at: Date): Interaction {
  const { customerId, leadId } = interaction;
  const isSame = (customerId !== null && customerId === by.customerId) || (leadId !== null && leadId === by.leadId);
  if (!isSame || nextStepDueOn(interaction) === null)
    throw new DomainError('NEXT_STEP_UNKNOWN', { interactionId: interaction.id }, 'followsInteractionId');
  return { ...interaction, nextStepDoneAt: at };
}
