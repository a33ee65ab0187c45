import { registerEnumType } from '@nestjs/graphql';
import { CONTRACT_REVIEW_REASONS, OPINION_STANCES, ROLES } from '@weilend/contracts';
import { CONTRACT_REVIEW_STATES } from '../domain/contract-review/contract-review.machine.js';
import { PIECE_KINDS } from '../domain/dossier/dossier.js';
import { UNITS } from '../domain/parameter/check-value.js';
import { PARAMETER_STATES } from '../domain/parameter/parameter.js';
import { SEVERITIES, VIOLATION_KINDS, VIOLATION_STATES } from '../domain/violation/violation.js';

const enumOf = (name: string, description: string, values: readonly string[]): Record<string, string> => {
  const made = Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value]));
  registerEnumType(made, { name, description });
  return made;
};

/** Enums that several departments show must be the same everywhere, description included. */
export const RoleEnum = enumOf('Role', 'Role of a person (角色)', ROLES);

export const OpinionStanceEnum = enumOf('OpinionStance', 'What a department thinks of an application (部门意见)', OPINION_STANCES);

export const ParameterUnitEnum = enumOf('ParameterUnit', 'Unit of a parameter (单位)', UNITS);
export const ParameterStateEnum = enumOf('ParameterState', 'State of a value (参数状态)', PARAMETER_STATES);
export const ViolationKindEnum = enumOf('ViolationKind', 'Kind of violation (违规种类)', VIOLATION_KINDS);
export const ViolationSeverityEnum = enumOf('ViolationSeverity', 'How grave a violation is (严重程度)', SEVERITIES);
export const ViolationStateEnum = enumOf('ViolationState', 'State of a violation (违规状态)', VIOLATION_STATES);
export const DossierPieceKindEnum = enumOf('DossierPieceKind', 'Kind of piece in a dossier (档案材料)', PIECE_KINDS);
export const DossierCompletenessEnum = enumOf('DossierCompleteness', 'Verdict on a dossier (档案完整性)', [
  'COMPLETE',
  'INCOMPLETE',
  'CONTRADICTORY',
]);

/** Sales shows them too: the same everywhere, description included. */
export const ContractReviewReasonEnum = enumOf(
  'ContractReviewReason',
  'Why compliance sees a contract before it is signed (合同审查原因)',
  CONTRACT_REVIEW_REASONS,
);
export const ContractReviewTaskStateEnum = enumOf(
  'ContractReviewTaskState',
  'Where compliance is with a contract (合同审查任务状态)',
  CONTRACT_REVIEW_STATES,
);
