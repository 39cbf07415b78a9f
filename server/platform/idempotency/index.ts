export { answerOnce, type RepeatableRequest } from './answer-once.ts';
export { forgetAnswers } from './forget-answers.ts';
