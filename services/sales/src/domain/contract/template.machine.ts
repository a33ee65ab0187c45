import { defineMachine } from '@weilend/kernel';

// A contract template (合同范本) is proposed by one person and put in force, or refused, by another. An approved one stays approved: which of
// them is in force follows from the day on which each begins.

export const TEMPLATE_STATES = ['proposed', 'approved', 'refused'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];
export type TemplateEvent = 'approve' | 'refuse';

export const templateMachine = defineMachine<TemplateState, TemplateEvent>({
  name: 'contract-template',
  initial: 'proposed',
  states: { proposed: { approve: 'approved', refuse: 'refused' }, approved: {}, refused: {} },
});
