import { registerEnumType } from '@nestjs/graphql';
import { LEVELS, TRAINING_TOPICS } from '../../domain/career/ladder.js';
import { LEVEL_CAUSES } from '../../domain/career/standing.js';
import { TRAINING_REASONS, TRAINING_STATES } from '../../domain/career/training-request.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));

export const CareerLevelEnum = same(LEVELS);
registerEnumType(CareerLevelEnum, {
  name: 'CareerLevel',
  description: 'Level of the career ladder (级别): 见习销售员, 销售员, 高级销售员, 销售主管, 销售经理',
});
export const CareerTopicEnum = same(TRAINING_TOPICS);
registerEnumType(CareerTopicEnum, { name: 'CareerTopic', description: 'Topic of a training (培训主题)' });
export const LevelCauseEnum = same(LEVEL_CAUSES);
registerEnumType(LevelCauseEnum, { name: 'CareerLevelCause', description: 'How a person came to a level (级别来源)' });
export const CareerPlanStateEnum = same(['ACTIVE', 'ACHIEVED', 'ENDED']);
registerEnumType(CareerPlanStateEnum, { name: 'CareerPlanState', description: 'State of a career plan (规划状态)' });
export const AskedTrainingReasonEnum = same(TRAINING_REASONS);
registerEnumType(AskedTrainingReasonEnum, { name: 'AskedTrainingReason', description: 'Why hr asked for a training (培训提名原因)' });
export const AskedTrainingStateEnum = same(TRAINING_STATES);
registerEnumType(AskedTrainingStateEnum, { name: 'AskedTrainingState', description: 'What became of it (培训提名结果)' });
