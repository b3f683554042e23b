import { html, type TemplateResult } from 'lit';
import { documentTabs } from './documentWords';
import { texts } from './texts';

interface Place {
  readonly title: string;
  /** How many parts of the path name a view. What follows moves within the view. Undefined means all parts. */
  readonly parts?: number;
  show(rest: readonly string[]): TemplateResult;
}

/** The page's views: the path's first word, the view's name, and what it shows. */
export const places: Readonly<Record<string, Place>> = {
  utskick: {
    title: texts.campaigns.title,
    show: ([id, what]) =>
      !id
        ? html`<hr-campaigns></hr-campaigns>`
        : id === 'nytt'
          ? html`<hr-editor .proposed=${what ?? ''}></hr-editor>`
          : what === 'andra'
            ? html`<hr-editor .campaign=${id}></hr-editor>`
            : html`<hr-campaign .campaign=${id}></hr-campaign>`,
  },
  egna: {
    title: texts.ownQuestions.title,
    show: ([id, what]) =>
      id
        ? html`<hr-set .set=${id === 'ny' ? '' : id} .isKept=${what === 'sparad'}></hr-set>`
        : html`<hr-sets></hr-sets>`,
  },
  grupper: {
    title: texts.groups.title,
    show: ([id]) => (id ? html`<hr-group .group=${id === 'ny' ? '' : id}></hr-group>` : html`<hr-groups></hr-groups>`),
  },
  fragor: {
    title: texts.questions.title,
    show: ([id]) => (id ? html`<hr-question .question=${id}></hr-question>` : html`<hr-questions></hr-questions>`),
  },
  franvaro: { title: texts.absences.title, show: () => html`<hr-absences></hr-absences>` },
  anvandning: { title: texts.figures.title, show: () => html`<hr-figures></hr-figures>` },
  obesvarade: {
    title: texts.unanswered.title,
    show: ([word]) =>
      word ? html`<hr-document-word .word=${plain(word)}></hr-document-word>` : html`<hr-unanswered></hr-unanswered>`,
  },
  dokument: {
    title: texts.documents.title,
    parts: 2,
    show: ([id, tab = 'text']) =>
      id
        ? html`<hr-document .document=${id} .tab=${tab in documentTabs ? tab : 'text'}></hr-document>`
        : html`<hr-documents></hr-documents>`,
  },
  logg: { title: texts.log.title, show: () => html`<hr-log></hr-log>` },
};

/** The name of the view that a path leads to. */
export const viewOf = (path: readonly string[]): string => path.slice(0, places[path[0]!]?.parts).join('/');

/** A part of an address as it was before it became one. */
const plain = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
