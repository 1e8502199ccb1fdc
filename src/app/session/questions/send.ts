import type { Session } from '../../../contract/index.ts';
import type { Question, Value, ValueOf } from './question.ts';

function sendAny(session: Session, question: Question, signal: AbortSignal): Promise<Value> {
  if (question.type === 'peek') return session.peek(question.request, signal);
  if (question.type === 'weights') {
    const { kind, layer, head } = question.at;
    return session.headWeights(kind, layer, head);
  }
  const of = { ...question.of, signal };
  if (question.type === 'frame') return session.frame(question.name, of);
  if (question.type === 'lens') return session.lens(of);
  if (question.type === 'gradient') return session.gradient(question.row, question.id, of);
  const { kind, layer, head } = question.at;
  return session.headEffect(kind, layer, head, of);
}

/** One question to the worker. @throws EngineError `outdated` when the signal ends it or the session was closed */
export const send = <Q extends Question>(session: Session, question: Q, signal: AbortSignal) =>
  // Each type of question has its own type of answer.
  sendAny(session, question, signal) as Promise<ValueOf<Q>>;
