import { benchSearch } from '../../../tools/bench/benchSearch';

// What it measures is compared in `npm run verify`.
describe('bench search', () => {
  it('says how it is called where it cannot be understood', () => {
    expect(() => benchSearch(['--frågor'])).toThrow(/Så här: npm run --silent bench -- search/);
  });
});
