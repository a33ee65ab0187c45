// An exam of four questions: drawn from the bank, answered by what the attendee sees, scored by the department alone.
import { at, listAt, textAt } from '../lib/read.ts';
import type { Name, YearScene } from './cast.ts';
import { taskOf } from './training.ts';

/** The right choice stands first here; everybody sees the choices in an order of his own. */
const QUESTIONS = [
  { text: '客户停业两周，首先应当？', choices: ['报告风险并上门核实', '等待下次回访', '代客户还款', '不予理会'] },
  { text: '首期逾期三十天说明什么？', choices: ['可能存在首期违约', '客户经营良好', '利率过低', '无需处理'] },
  { text: '贷款用途与申请不符时应当？', choices: ['记录并报告风险部门', '要求客户保密', '增加贷款额度', '修改合同'] },
  { text: '逾期率如何计算？', choices: ['逾期余额除以贷款余额', '逾期笔数除以客户数', '罚息除以本金', '余额除以逾期天数'] },
];

/** Writes the questions and draws a paper of all four. @returns its id */
export async function drawPaper({ company, story, year }: YearScene, topic: string): Promise<string> {
  const trainer = company.one('trainer');
  const known = await textsOf(company, topic);
  const acts = QUESTIONS.filter(({ text }) => !known.has(text)).map(({ text, choices }) => ({
    verb: 'addExamQuestion',
    input: { topic, kind: 'SINGLE_CHOICE', difficulty: 'EASY', points: 5, text, choices, correct: [0], explanation: '见贷后管理办法' },
    select: 'question { id }',
  }));
  if (acts.length > 0) await story.does(trainer, ...acts);
  const rules = [{ topic, count: QUESTIONS.length }];
  const paper = { title: `${year} 年贷后风险考试`, minutes: 30, passPercent: 60, rules };
  const drawn = await story.act(trainer, { verb: 'drawExamPaper', input: paper, select: 'paper { id }' });
  return textAt(drawn, 'paper', 'id');
}

async function textsOf(company: YearScene['company'], topic: string): Promise<ReadonlySet<string>> {
  const document = 'query Bank($topic: TrainingTopic) { examQuestions(topic: $topic, first: 100) { nodes { text } } }';
  const { data } = await company.one('trainer').ask(document, { topic });
  return new Set(listAt(data, 'examQuestions', 'nodes').map((one) => textAt(one, 'text')));
}

/** Sits it out, with so many wrong answers, and hands it in. */
export async function sitExam(scene: YearScene, sessionId: string, who: Name, wrong: number): Promise<void> {
  const { story, cast } = scene;
  const taskId = await taskOf(scene, sessionId, who);
  const { person } = cast[who];
  const select = 'attempt { id questions { place text choices } }';
  const started = await story.act(person, { verb: 'startExamAttempt', input: { taskId }, select });
  const attemptId = textAt(started, 'attempt', 'id');
  const acts = listAt(started, 'attempt', 'questions').map((question, place) => {
    const right = QUESTIONS.find(({ text }) => text === textAt(question, 'text'))?.choices[0];
    const shown = listAt(question, 'choices');
    const chosen = place < wrong ? shown.findIndex((one) => one !== right) : shown.indexOf(right);
    return { verb: 'answerExamQuestion', input: { attemptId, place: at(question, 'place'), chosen: [chosen] }, select: 'attempt { id }' };
  });
  await story.does(person, ...acts);
  await story.act(person, { verb: 'submitExamAttempt', input: { attemptId }, select: 'attempt { state }' });
}
