import { askAnything } from './anyQuestion';

describe('any text at all', () => {
  // 10,000 in `npm run verify`.
  it('is a question: 150 random and hostile ones are each found, unsure or none, quoted word for word', () => {
    askAnything(150);
  });
});
