import { searching } from '../content/searching';
import { theLibrary } from '../knowledge/library';

const { ledTo } = searching();

describe('the topics', () => {
  it.each([...theLibrary().topics.values()].map((topic) => [topic.id, topic] as const))(
    '%s is found by every way that it is asked',
    async (id, topic) => {
      for (const question of topic.asked) expect([question, await ledTo(question)]).toEqual([question, id]);
    },
  );
});
