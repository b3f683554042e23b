import { type Step } from './flow';
import { inputId, type Inputs } from './response';
import { type Session } from './ports';
import { type SessionState } from './guidance';

/** No step id has an underscore, and no slot is a word. So no other input has this id. */
const tick = 'delas';

/** The id of the input that says whether an answer is shared, and the value that it has when it is. */
export const shareInput = (step: string): string => inputId(step, tick);
export const ticked = 'true';

/** Whether the input with this id holds a tick and no words. */
export const isTick = (input: string): boolean => input.endsWith(inputId('', tick));

/** Whether a person may let HR read the words of a step: one free text that the flow does not call private. */
export const isShareable = (step: Step): boolean => step.kind === 'text' && !step.each && !step.private;

/** Whether the person shares a step's words with HR. Only words in a session that HR has sent can be shared. */
export const isTicked = ({ delivery }: Session, step: Step, inputs: Inputs): boolean =>
  delivery !== undefined && isShareable(step) && inputs[shareInput(step.id)] === ticked;

/** Step id -> the words that HR may read without a name, of the steps that the person has answered. */
export function sharedWords({ state }: SessionState): Readonly<Record<string, string>> {
  const shared = state.path.flatMap(({ steps }) =>
    steps.flatMap((step): [string, string][] => {
      const value = state.answered.get(step.id);
      const isShared = isShareable(step) && state.responses.get(step.id)?.shared;
      return isShared && typeof value === 'string' ? [[step.id, value]] : [];
    }),
  );
  return Object.fromEntries(shared);
}
