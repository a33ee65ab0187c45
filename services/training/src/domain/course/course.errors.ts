import type { RefusalCatalogue } from '@weilend/kernel';

// What is told to who writes a course, and to who learns from it.
export const courseErrors = {
  COURSE_TITLE_MISSING: { rule: '6.5', en: 'a course needs a title', zh: '课程须有名称' },
  COURSE_HOURS_INVALID: { rule: '6.5', en: 'a course takes more than 0 and at most 400 hours', zh: '课时应大于 0 且不超过 400' },
  COURSE_KINDS_MISSING: { rule: '6.3', en: 'say for which kinds of training the course is made', zh: '请注明课程适用的培训方式' },
  COURSE_UNIT_INVALID: {
    rule: '6.5',
    en: 'each unit has a title of its own and takes 1 to 600 minutes; a course has at most 200 units',
    zh: '每个单元须有不重复的名称，时长 1 到 600 分钟；每门课程最多 200 个单元',
  },
  COURSE_UNITS_MISSING: {
    rule: '6.5',
    en: 'a course for online self-study is published with its units, so that progress can be measured',
    zh: '在线自学课程须先划分单元才能发布，以便计算学习进度',
  },
  COURSE_RESOURCES_MISSING: {
    rule: '6.5',
    en: 'a course for online self-study is published with at least one resource: a file or a link',
    zh: '在线自学课程须至少有一份学习资源（文件或链接）才能发布',
  },
  COURSE_RESOURCE_INVALID: {
    rule: '6.5',
    en: 'a resource has a title and either a file or an https link; a course has at most 100',
    zh: '学习资源须有名称，并为文件或 https 链接之一；每门课程最多 100 份',
  },
  COURSE_RESOURCE_UNKNOWN: { rule: '6.5', en: 'the course has no file no. {no}', zh: '课程没有第 {no} 号文件' },
  COURSE_NOT_PUBLISHED: {
    rule: '6.5',
    en: 'the course is {state}: people learn from published courses only',
    zh: '课程状态为 {state}：仅可学习已发布的课程',
  },
  COURSE_NOT_ONLINE: {
    rule: '6.5',
    en: 'the course is not made for online self-study: join a training instead',
    zh: '该课程不用于在线自学：请报名参加培训',
  },
  COURSE_REASON_MISSING: {
    rule: '6.5',
    en: 'a course is withdrawn with a reason of at least 5 characters',
    zh: '下架课程须说明理由（至少 5 字）',
  },
  ENROLLED_ALREADY: { rule: '6.5', en: 'you have joined this course already', zh: '您已加入该课程' },
  ENROLMENT_NOT_OWN: { rule: '6.5', en: 'progress is made by the learner himself', zh: '学习进度只能由本人完成' },
  UNIT_UNKNOWN: { rule: '6.5', en: 'the course has no unit no. {no}', zh: '课程没有第 {no} 单元' },
  UNIT_TOO_SOON: {
    rule: '6.5',
    en: 'unit no. {no} takes longer: go on learning, and say that it is done after {from}',
    zh: '第 {no} 单元尚未学满时间：请继续学习，{from} 之后再确认完成',
  },
  UNIT_DONE: { rule: '6.5', en: 'unit no. {no} is done already', zh: '第 {no} 单元已完成' },
} as const satisfies RefusalCatalogue;
