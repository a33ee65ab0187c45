import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import { EQUAL_ENDS, HONOUR_SCOPES, HONOURS } from '../../domain/honour/honour-rule.js';
import type { Honour } from '../../domain/honour/honour.js';
import { HONOUR_METRICS } from '../../domain/honour/measure.js';
import { OBSTACLES } from '../../domain/honour/ranking.js';
import { CareerTopicEnum } from '../career/career-enums.type.js';
import { VERSION_FIELD } from '../version-read.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const HonourKindEnum = same(HONOURS);
registerEnumType(HonourKindEnum, { name: 'HonourKind', description: 'Honour (荣誉称号): 优秀销售员, 销售冠军' });
export const HonourScopeEnum = same(HONOUR_SCOPES);
registerEnumType(HonourScopeEnum, { name: 'HonourScope', description: 'Of a quarter or of a year (季度, 年度)' });
export const HonourMetricEnum = same(HONOUR_METRICS);
registerEnumType(HonourMetricEnum, { name: 'HonourMetric', description: 'What an honour goes by (评选指标)' });
export const EqualEndEnum = same(EQUAL_ENDS);
registerEnumType(EqualEndEnum, { name: 'HonourEqualEnd', description: 'When nothing decides between people on the last place (并列处理)' });
const ObstacleEnum = same(OBSTACLES);
registerEnumType(ObstacleEnum, { name: 'HonourObstacle', description: 'Why somebody may not receive it (不得评选的原因)' });
export const HonourStateEnum = same(['PROPOSED', 'CONFIRMED']);
registerEnumType(HonourStateEnum, { name: 'HonourState', description: 'State of an honour (评选状态)' });

@ObjectType('HonourMinimum', { description: 'What everybody has to show at least (最低要求)' })
export class MinimumType {
  @Field(() => HonourMetricEnum)
  readonly metric!: string;

  @Field(() => Float, { description: 'Fen, count, points or hours' })
  readonly least!: number;
}

@ObjectType('HonourRule', { description: 'By what an honour goes from a quarter on (评选规则)' })
export class HonourRuleType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, VERSION_FIELD)
  readonly version?: number | null;

  @Field(() => HonourKindEnum)
  readonly honour!: string;

  @Field(() => HonourScopeEnum)
  readonly scope!: string;

  @Field(() => String)
  readonly fromQuarter!: string;

  @Field(() => HonourMetricEnum)
  readonly metric!: string;

  @Field(() => [MinimumType])
  readonly minimums!: readonly MinimumType[];

  @Field(() => [HonourMetricEnum], { description: 'In the order in which they decide between equals (并列判定)' })
  readonly tieBreakers!: readonly string[];

  @Field(() => Int)
  readonly places!: number;

  @Field(() => EqualEndEnum)
  readonly whenEqual!: string;

  @Field(() => Int, { description: 'Closed quarters that a person needs in the period' })
  readonly leastQuarters!: number;

  @Field(() => CareerTopicEnum, {
    nullable: true,
    description: 'The training that comes with it; null when the training department chooses',
  })
  readonly trainingTopic!: string | null;

  @Field(() => String, { nullable: true, description: 'Who approved it; it does not count before that' })
  readonly approvedBy!: string | null;
}
export const HonourRuleConnection = connectionOf(HonourRuleType, 'HonourRule');

@ObjectType('HonourValue', { description: 'What somebody is measured by' })
export class HonourValueType {
  @Field(() => HonourMetricEnum)
  readonly metric!: string;

  @Field(() => String, { description: 'Fen for amounts; at most four decimals' })
  readonly value!: string;
}

@ObjectType('HonourRank', { description: 'One person of the list of an honour (评选名单)' })
export class RankingEntryType {
  @Field(() => Int, { nullable: true, description: 'Equal people have the same; null for who may not receive it' })
  readonly place!: number | null;

  @Field(() => [HonourValueType])
  readonly values!: readonly HonourValueType[];

  @Field(() => HonourMetricEnum, { nullable: true, description: 'What put him behind the one before' })
  readonly decidedBy!: string | null;

  @Field(() => Int, { description: 'How many others are equal in everything' })
  readonly equals!: number;

  @Field(() => [ObstacleEnum])
  readonly obstacles!: readonly string[];

  @Field(() => [String], { description: 'The violations, the missing quarters, what is below its minimum' })
  readonly because!: readonly string[];

  @Field(() => Boolean)
  readonly receives!: boolean;

  @Field(() => Boolean)
  readonly shared!: boolean;

  readonly employeeId!: string;
  readonly sheetIds!: readonly string[];
}

@ObjectType('Honour', { description: 'An honour of a quarter or a year with its list (荣誉评选)' })
@Directive('@key(fields: "id")')
@Permit('hr.read-honour-list')
export class HonourType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => HonourKindEnum)
  readonly honour!: string;

  @Field(() => HonourScopeEnum)
  readonly scope!: string;

  @Field(() => String, { description: '2026-Q3 or 2026' })
  readonly period!: string;

  @Field(() => HonourStateEnum)
  readonly state!: string;

  @Field(() => LocalDate)
  readonly proposedOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly confirmedOn!: string | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  readonly ruleId!: string;
  readonly ranking!: Honour['ranking'];
}
export const HonourConnection = connectionOf(HonourType, 'Honour');

@ObjectType('CertificateTicket', { description: 'Where to GET a certificate from, for a while (证书下载)' })
export class CertificateTicketType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType('HonourRevocation', { description: 'Why and when an honour was taken back (荣誉撤销)' })
export class RevocationType {
  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => [ID], { description: 'The severe violations' })
  readonly violationIds!: readonly string[];
}

@ObjectType('HonourAward', { description: 'An honour that somebody received (获奖记录)' })
@Directive('@key(fields: "id")')
@Permit('hr.read-honour')
export class HonourAwardType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => HonourKindEnum)
  readonly honour!: string;

  @Field(() => String)
  readonly period!: string;

  @Field(() => Int)
  readonly place!: number;

  @Field(() => Boolean)
  readonly shared!: boolean;

  @Field(() => LocalDate)
  readonly confirmedOn!: string;

  readonly employeeId!: string;
  readonly honourId!: string;
}
export const HonourAwardConnection = connectionOf(HonourAwardType, 'HonourAward');

@ObjectType()
export class PublishHonourRulePayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly ruleId?: string | null;
}

@ObjectType()
export class ApproveHonourRulePayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly ruleId?: string | null;
}

@ObjectType()
export class RevokeHonourPayload extends MutationPayload {
  @Field(() => HonourAwardType, { nullable: true })
  readonly award?: HonourAwardType | null;
}

@ObjectType()
export class ProposeHonourPayload extends MutationPayload {
  @Field(() => HonourType, { nullable: true })
  readonly proposed?: HonourType | null;
}

@ObjectType()
export class ConfirmHonourPayload extends MutationPayload {
  @Field(() => HonourType, { nullable: true })
  readonly confirmed?: HonourType | null;
}
