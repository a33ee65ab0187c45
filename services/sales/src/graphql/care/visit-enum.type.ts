import { FOLLOW_UP_STATES } from '../../domain/care/follow-up.machine.js';
import { MARK_SOURCES, TRENDS } from '../../domain/care/satisfaction.js';
import { PLANNED_VISIT_STATES } from '../../domain/care/visit-plan.machine.js';
import { VISIT_ORIGINS } from '../../domain/care/visit-plan.js';
import { enumOf } from '../enum.type.js';

export const PlannedVisitStateEnum = enumOf('PlannedVisitState', 'State of a planned visit (回访计划状态)', PLANNED_VISIT_STATES);
export const VisitOriginEnum = enumOf('VisitOrigin', 'Who set the day of a visit (回访计划来源)', VISIT_ORIGINS);
export const FollowUpStateEnum = enumOf('FollowUpState', 'State of a follow-up (跟进状态)', FOLLOW_UP_STATES);
export const SatisfactionSourceEnum = enumOf('SatisfactionSource', 'Where a mark comes from (评分来源)', MARK_SOURCES);
export const SatisfactionTrendEnum = enumOf('SatisfactionMovement', 'How the marks of a customer move (满意度趋势)', TRENDS);
