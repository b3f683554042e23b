import { leastAnswers, longestAnswer, longestHow, mostPeople, type Quoted } from '../dialogue/dialogue';
import { answerField, howField, lessonField, type DialogueNotice, type ShownDialogue } from '../dialogue/shown';
import { fill } from '../shared/texts';
import { button, inert, plainTitle, unmarked, type Button } from './button';
import { sourceView, type CardContext } from './cardContext';

type At<K extends ShownDialogue['at']> = Extract<ShownDialogue, { at: K }>;
type OnCard = Exclude<ShownDialogue, At<'summary'>>;

const empty = {
  place: '',
  notices: [],
  title: '',
  lead: [],
  said: [],
  inputs: [],
  buttons: [],
  facts: [],
  sources: [],
};

interface Input {
  readonly type: 'text' | 'choices';
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly max?: number;
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}

/** What layouts/dialogue.json shows. What people wrote is never read as Markdown and never looks like a quotation. */
interface DialogueCard {
  readonly place: string;
  readonly notices: readonly { readonly text: string }[];
  readonly title: string;
  readonly lead: readonly { readonly text: string }[];
  readonly said: readonly { readonly text: string }[];
  readonly inputs: readonly Input[];
  readonly buttons: readonly Button[];
  readonly facts: readonly { readonly text: string }[];
  readonly sources: readonly ReturnType<typeof sourceView>[];
  readonly labels: { readonly source: string };
}

const asText = (text: string) => ({ text });

/** A dialogue's card, for the whole group or for one person. */
export function dialogueCard(setting: CardContext, shown: OnCard): DialogueCard {
  const labels = { source: setting.texts.coaching.source };
  if (shown.at === 'told') return { ...empty, lead: [asText(shown.text)], labels };
  const { place } = setting.texts.dialogue;
  const inRound = shown.at === 'round' || shown.at === 'answers' ? shown.round : undefined;
  const card = {
    ...empty,
    place: fill(inRound ? place[inRound] : shown.at === 'learning' ? place.learning : '{title}', {
      title: shown.content.title,
    }),
    notices: shown.notice
      ? [asText(noticeText(setting, shown.notice, shown.at === 'learning' ? longestHow : longestAnswer))]
      : [],
    labels,
  };
  switch (shown.at) {
    case 'round':
      return { ...card, ...roundCard(setting, shown) };
    case 'asking':
      return { ...card, ...askingCard(setting, shown) };
    case 'answers':
      return { ...card, ...answersCard(setting, shown) };
    case 'learning':
      return { ...card, ...learningCard(setting, shown) };
    case 'refused': {
      const { refused } = setting.texts.dialogue;
      const title = fill(refused[shown.why], { most: String(mostPeople) });
      return { ...card, title, said: [asText(inert(shown.typed))], buttons: [] };
    }
  }
}

function noticeText({ texts }: CardContext, notice: DialogueNotice, max: number): string {
  const { notices } = texts.dialogue;
  const count = 'count' in notice ? notice.count : 0;
  const sentence = notice.told === 'kept' && count === 1 ? notices.keptFirst : notices[notice.told];
  return fill(sentence, { count: String(count), max: String(max), least: String(leastAnswers) });
}

const quoteOf = ({ quote }: Quoted): string => unmarked(quote);

function roundCard(setting: CardContext, { id, content, round, own }: At<'round'>) {
  const { dialogue, concern } = setting.texts;
  const { buttons, round: words } = dialogue;
  const data = { dialogue: id, round };
  const warning = fill(dialogue.concern, { danger: concern.danger, hrContact: setting.hrContact });
  const isFirst = round === 'question' && !own;
  return {
    title: quoteOf(content[round]),
    lead: own ? [asText(words.onlyYou), ...(own.isConcern ? [asText(warning)] : [])] : [asText(words.how)],
    inputs: [
      { type: 'text' as const, id: answerField, label: words.label, value: inert(own?.text ?? ''), max: longestAnswer },
    ],
    buttons: [
      button(own?.isKept ? buttons.change : buttons.send, 'dialogueWrite', data, 'positive'),
      ...(own?.isKept ? [button(buttons.takeBack, 'dialogueTakeBack', data)] : []),
      button(buttons.open, 'dialogueAsk', { ...data, step: round === 'question' ? 'open' : 'openClosing' }),
      ...(own?.mayErase ? [button(buttons.erase, 'dialogueAsk', { ...data, step: 'erase' })] : []),
    ],
    facts: [
      ...(isFirst ? [asText(fill(words.minutes, { minutes: content.minutes }))] : []),
      ...(own ? [] : [asText(fill(words.rules, { days: String(content.retentionDays) }))]),
    ],
    sources: own ? [] : [sourceView(setting, content[round])],
  };
}

function askingCard(setting: CardContext, shown: At<'asking'>) {
  const { asking, buttons, learning } = setting.texts.dialogue;
  const { id, content, step, count, draft = '', lesson } = shown;
  const goes = {
    open: buttons.openNow,
    openClosing: buttons.openNow,
    close: buttons.closeNow,
    end: buttons.endNow,
    erase: buttons.eraseNow,
  } as const;
  const chosen = lesson && { [lessonField]: lesson.chosen, [howField]: inert(lesson.how) };
  const data = { dialogue: id, step, ...(draft && { draft: inert(draft) }), ...chosen };
  const back = { dialogue: id, ...(draft && { draft: inert(draft) }), ...chosen };
  const words = lesson && content.lessons[lesson.chosen];
  return {
    title: fill(asking[step], { count: String(count) }),
    lead: [asText(asking[`${step}Hint`])],
    said: lesson && words ? [words.quote, ...(lesson.how ? [lesson.how] : [])].map((text) => asText(inert(text))) : [],
    labels: { source: learning.lesson },
    buttons: [
      button(goes[step], 'dialogueStep', data, step === 'erase' ? 'destructive' : 'positive'),
      ...backButton(setting, shown, back),
    ],
  };
}

/** Leads back to the card with the button. The answers are in the chat. */
function backButton({ texts }: CardContext, { step, round }: At<'asking'>, back: object): Button[] {
  const { back: title } = texts.dialogue.buttons;
  if (step === 'end') return [button(title, 'dialogueLearn', back)];
  if (step === 'close') return [button(title, 'dialogueShow', { ...back, round, late: false, page: 0 })];
  return [button(title, 'dialogueBack', { ...back, round })];
}

function answersCard(setting: CardContext, shown: At<'answers'>) {
  const { answers, buttons } = setting.texts.dialogue;
  const { id, content, round, late, texts, page, pages, goesOn, own } = shown;
  const title = late ? answers.late : answers.title;
  const hasMore = own && page + 1 < pages;
  return {
    title: pages > 1 ? fill(answers.page, { title, page: String(page + 1), pages: String(pages) }) : title,
    lead: [asText(quoteOf(content[round]))],
    said: texts.map((text) => asText(inert(text))),
    facts: goesOn ? [asText(answers.goesOn)] : [],
    buttons: [
      ...(hasMore ? [button(buttons.more, 'dialogueShow', { dialogue: id, round, late, page: page + 1 })] : []),
      ...(goesOn ? [button(buttons.close, 'dialogueAsk', { dialogue: id, step: 'close' })] : []),
    ],
  };
}

function learningCard(setting: CardContext, { id, content, own }: At<'learning'>) {
  const { learning, buttons } = setting.texts.dialogue;
  const lessons = Object.entries(content.lessons);
  const publisher = setting.sourceOf(lessons[0]![1])?.document.publisher ?? '';
  return {
    title: learning.ask,
    lead: [asText(fill(learning.lead, { publisher: unmarked(publisher) }))],
    inputs: [
      {
        type: 'choices' as const,
        id: lessonField,
        label: learning.lesson,
        value: own?.chosen ?? '',
        choices: lessons.map(([value, { quote }]) => ({ title: plainTitle(quote), value })),
      },
      { type: 'text' as const, id: howField, label: learning.how, value: inert(own?.how ?? ''), max: longestHow },
    ],
    buttons: [button(buttons.end, 'dialogueAsk', { dialogue: id, step: 'end' }, 'positive')],
    sources: [sourceView(setting, lessons[0]![1])],
  };
}
