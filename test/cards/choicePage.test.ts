import { choicePage, pageView } from '../../src/cards/textCards';
import { plainSetting } from './plainSetting';

const topics = ['Hur delar vi på cyklarna?', 'Hur lagar vi cyklarna?'].map((question) => ({
  title: 'Cyklar',
  question,
}));

describe('topics to choose from', () => {
  it('stand above the button that sends the question to HR: who finds it there needs no person', () => {
    const view = pageView(choicePage(plainSetting, { topics, question: 'Vem får cykeln?' }));
    const titles = view.rows.map(({ buttons }) => buttons.map(({ title }) => title));
    expect(view.row).toEqual([]);
    expect(titles).toEqual([...topics.map(({ question }) => [question]), [plainSetting.texts.questions.buttons.ask]]);
  });

  it('leave no empty row where there is nobody to ask', () =>
    expect(pageView(choicePage(plainSetting, { topics })).rows).toHaveLength(topics.length));
});
