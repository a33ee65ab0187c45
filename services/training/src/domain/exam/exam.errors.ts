import type { RefusalCatalogue } from '@weilend/kernel';

// What a trainer or a candidate is told about questions, papers and attempts.
export const examErrors = {
  QUESTION_TEXT_MISSING: { rule: '6.8', en: 'write the question (at least 5 characters)', zh: '请填写题目（至少 5 字）' },
  QUESTION_CHOICES_INVALID: { rule: '6.8', en: 'give 2 to {most} different choices', zh: '请给出 2 至 {most} 个不同的选项' },
  QUESTION_CORRECT_INVALID: {
    rule: '6.8',
    en: 'name the right choices by their places: exactly one, or at least two for multiple choice',
    zh: '请按序号标明正确选项：单选和判断题一个，多选题至少两个',
  },
  QUESTION_POINTS_INVALID: { rule: '6.8', en: 'a question is worth 1 to {most} whole points', zh: '每题分值应为 1 至 {most} 的整数' },
  QUESTION_EXPLANATION_MISSING: { rule: '6.8', en: 'explain why the answer is right', zh: '请填写答案解析' },
  QUESTION_RETIRED: {
    rule: '6.8',
    en: 'the question {questionId} is retired: write a new one',
    zh: '题目 {questionId} 已停用，请新建题目',
  },
  PAPER_TITLE_MISSING: { rule: '6.8', en: 'give the paper a title', zh: '请填写试卷名称' },
  PAPER_RULES_INVALID: {
    rule: '6.8',
    en: 'say how many questions of which topic: 1 to {most} in all',
    zh: '请按主题写明题目数量，合计 1 至 {most} 题',
  },
  PAPER_MINUTES_INVALID: { rule: '6.8', en: 'an exam lasts 1 to {most} minutes', zh: '考试时长应为 1 至 {most} 分钟' },
  PAPER_PASS_MARK_INVALID: { rule: '6.8', en: 'the pass mark is 1 to 100 percent', zh: '及格线应为 1 至 100（百分比）' },
  PAPER_RETAKE_INVALID: {
    rule: '6.8',
    en: 'allow 1 to {mostAttempts} attempts, 0 to {mostDays} days apart',
    zh: '可考次数应为 1 至 {mostAttempts} 次，间隔 0 至 {mostDays} 天',
  },
  PAPER_QUESTIONS_LACKING: {
    rule: '6.8',
    en: 'the bank has {found} questions of {topic} ({difficulty}) where {count} are asked for: write more, or ask for fewer',
    zh: '题库中 {topic}（{difficulty}）只有 {found} 题，需要 {count} 题：请补充题目或减少数量',
  },
  PAPER_RETIRED: { rule: '6.8', en: 'the paper {paperId} is retired: draw another', zh: '试卷 {paperId} 已停用，请重新组卷' },
  EXAM_NOT_YOURS: { rule: '6.8', en: 'only the candidate himself takes his exam', zh: '只能由考生本人参加考试' },
  EXAM_NOT_OPEN: {
    rule: '6.8',
    en: 'this exam is not open for you: it is settled, or its last day {dueOn} has passed; ask the trainer to extend it',
    zh: '该考试未对您开放：已有结果或已过截止日 {dueOn}，请联系培训讲师延期',
  },
  EXAM_ATTEMPTS_USED: {
    rule: '6.8',
    en: 'there is no further attempt: passed, or all {mostAttempts} used; whoever has not passed joins another training of the topic',
    zh: '不能再次参加：已通过或 {mostAttempts} 次机会已用完；未通过者请报名参加同主题的其他培训',
  },
  EXAM_RETAKE_TOO_EARLY: { rule: '6.8', en: 'the next attempt may be started from {from} on', zh: '再次考试须在 {from} 及以后进行' },
  EXAM_TIME_OVER: {
    rule: '6.8',
    en: 'the time was over at {dueAt}; what was saved until then is handed in',
    zh: '考试时间已于 {dueAt} 结束，此前保存的答案将自动提交',
  },
  EXAM_ATTEMPT_ENDING: {
    rule: '6.8',
    en: 'the time of your last attempt was over at {dueAt} and it is being handed in: look at its result in a minute, then start the next one',
    zh: '上次答卷已于 {dueAt} 到时，正在自动提交：请稍后查看结果，再开始下一次考试',
  },
  EXAM_ALREADY_SUBMITTED: {
    rule: '6.8',
    en: 'attempt {attemptNo} is handed in: nothing can be changed',
    zh: '第 {attemptNo} 次答卷已提交，不能再修改',
  },
  EXAM_ANSWER_INVALID: {
    rule: '6.8',
    en: 'choose from the choices shown: one, or several different ones where that is asked; questions are numbered from 0 below {questions}',
    zh: '请从所列选项中选择：单选一个，多选可选多个不同选项；题号从 0 起，共 {questions} 题',
  },
  EXAM_QUESTION_ANSWERED: {
    rule: '6.8',
    en: 'question {place} has an answer: say `replace` to change it',
    zh: '第 {place} 题已有答案，如需修改请注明替换',
  },
} as const satisfies RefusalCatalogue;
