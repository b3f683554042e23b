import { type Step } from './flow';
import { inputId, type Inputs } from './response';
import { type Session } from './ports';
import { type SessionState } from './guidance';

/** No step's id has an underscore and no slot is a word, so this is no other input's id. */
const tick = 'delas';

/** The input that says whether an answer is shared; what it holds when it is. */
export const shareInput = (step: string): string => inputId(step, tick);
export const ticked = 'true';

/** Whether an input is a tick rather than words. */
export const isTick = (input: string): boolean => input.endsWith(inputId('', tick));

/** Words that a person may let HR read: one free text, unless the flow calls it the person's alone. */
export const isShareable = (step: Step): boolean => step.kind === 'text' && !step.each && !step.private;

/** Whether the person shares what the person has written; only what HR has asked for can be. */
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
