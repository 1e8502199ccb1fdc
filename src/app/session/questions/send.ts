import type { Session } from '../../../contract/index.ts';
import type { Question, Subject, Value, ValueOf } from './question.ts';

function sendAny(session: Session, question: Question, signal: AbortSignal): Promise<Value> {
  const about = (of: Subject) => ({ ...of, signal });
  switch (question.type) {
    case 'peek':
      return session.peek(question.request, signal);
    case 'weights': {
      const { kind, layer, head } = question.at;
      return session.headWeights(kind, layer, head);
    }
    case 'frame':
      return session.frame(question.name, about(question.of));
    case 'lens':
      return session.lens(about(question.of));
    case 'gradient':
      return session.gradient(question.row, question.id, about(question.of));
    case 'effect': {
      const { kind, layer, head } = question.at;
      return session.headEffect(kind, layer, head, about(question.of));
    }
  }
}

/** One question to the worker. @throws EngineError `outdated` when the signal ends it or the session was closed */
export const send = <Q extends Question>(session: Session, question: Q, signal: AbortSignal) =>
  // Each type of question has its own type of answer.
  sendAny(session, question, signal) as Promise<ValueOf<Q>>;
