import { html, nothing, type TemplateResult } from 'lit';
import { type QuestionView } from '../hr/questions';
import { principleWords } from './questionWords';
import { texts } from './texts';

/**
 * What can be sent, in groups: HR's own questions, the ready-made ones by principle, guides and invitations. Empty groups are not
 * shown.
 */
export function questionGroups(questions: readonly QuestionView[], chosen: string): TemplateResult[] {
  const group = (label: string, holds: (question: QuestionView) => boolean) => {
    const inGroup = questions.filter(holds);
    return html`${
      inGroup.length
        ? html`<optgroup label=${label}>
            ${inGroup.map(
              ({ id, ask, title, kind }) =>
                html`<option value=${id} ?selected=${id === chosen}>
                  ${kind === 'guide' || kind === 'invitation' ? title : ask}
                </option>`,
            )}
          </optgroup>`
        : nothing
    }`;
  };
  return [
    group(texts.ownQuestions.title, ({ kind }) => kind === 'own'),
    ...Object.entries(principleWords).map(([id, words]) =>
      group(words, ({ kind, principle }) => kind === 'reflection' && principle === id),
    ),
    group(texts.questionGroups.more, ({ kind, principle }) => kind === 'reflection' && !principle),
    group(texts.questionGroups.guides, ({ kind }) => kind === 'guide'),
    group(texts.questionGroups.invitations, ({ kind }) => kind === 'invitation'),
  ];
}

/** Characters of a campaign's name. */
const longestName = 100;

/** The proposed name of a campaign. HR's own question sets may all have the same heading, so they are named by their question. */
export const nameFor = (question: QuestionView | undefined): string =>
  question ? (question.kind === 'own' ? question.ask : question.title).slice(0, longestName) : '';
