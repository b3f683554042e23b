import { choicePage, nonePage, pageView } from '../../src/cards/textCards';
import { plainSetting } from './plainSetting';

const { texts } = plainSetting;
const topics = ['Hur delar vi på cyklarna?', 'Hur lagar vi cyklarna?'].map((question) => ({
  title: 'Cyklar',
  question,
}));
const own = 'Fråga gruppen.';
const advised = topics.map((topic, at) => ({
  ...topic,
  parts: [
    { heading: 'Vad dokumenten inte säger', own: 'Inget om cyklar.', quotes: [] },
    ...(at ? [] : [{ heading: 'Pröva i veckan', own, quotes: [] }]),
  ],
}));

describe('topics to choose from', () => {
  it('stand above the button that sends the question to HR: who finds it there needs no person', () => {
    const view = pageView(choicePage(plainSetting, { topics, question: 'Vem får cykeln?' }));
    const titles = view.rows.map(({ buttons }) => buttons.map(({ title }) => title));
    expect(view.row).toEqual([]);
    expect(titles).toEqual([...topics.map(({ question }) => [question]), [texts.questions.buttons.ask]]);
  });

  it('leave no empty row where there is nobody to ask', () =>
    expect(pageView(choicePage(plainSetting, { topics })).rows).toHaveLength(topics.length));

  it('say at once what the manager can try, in words that are marked as ours', () => {
    const { sections, introduction, buttons } = choicePage(plainSetting, { topics: advised });
    expect(sections).toEqual([
      { title: '', lines: [`${texts.nearTopics.choose} ${texts.nearTopics.advice}`] },
      { title: 'Cyklar', lines: [own] },
    ]);
    expect(introduction).toBe(texts.nearTopics.read);
    expect(buttons).toEqual(topics);
  });

  it('say so too where nothing is found', () => {
    const { sections } = nonePage(plainSetting, { kind: 'none', near: advised });
    expect(sections.map(({ lines }) => lines)).toEqual([
      [texts.none.lead.replace('{hrContact}', plainSetting.hrContact)],
      [`${texts.none.near} ${texts.nearTopics.advice}`],
      [own],
    ]);
  });

  it('only ask which one it is where no topic says what to try', () => {
    const { sections, introduction } = choicePage(plainSetting, { topics });
    expect([sections, introduction]).toEqual([[], texts.nearTopics.choose]);
  });
});
